using System.Security.Cryptography;
using NanoBoard;
using HwToken.Core.Records;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Fleets;

/// <summary>Presses the button of a token at rest: builds its board, runs the firmware, reads the display's pixels, and throws the board away.</summary>
public static class FleetPress
{
    /// <summary>Power comes on so long before the press: the self-test is over and its screen dark.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(20);

    /// <summary>Presses once. The token itself stays as it is: what was shown counts when the caller has made it durable.</summary>
    /// <param name="token">The token; its hold-off is over.</param>
    /// <param name="at">When the button goes down, by the token's clock.</param>
    /// <returns>What stands on the panel, and the state in its flash.</returns>
    public static (ScreenReading Screen, OtpState State) Run(FleetToken token, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(token);
        var board = new VirtualToken(new BoardOptions { StartsAt = at - Before });
        try
        {
            Load(board, token);
            board.Board.Rtc.SetTime(board.Now);
            board.PowerOn();
            board.AdvanceTo(at);
            return (board.Press(), board.StoredState ?? OtpState.Fresh(token.NextFactor));
        }
        finally
        {
            board.Board.Dispose();
        }
    }

    /// <summary>Writes its records as a token holds them that was provisioned, used and put away.</summary>
    private static void Load(VirtualToken board, FleetToken token)
    {
        Credential credential = token.ToCredential();
        byte[] payload = credential.ToPayload(CredentialStatus.Locked);
        OtpState state = token.IsIssued
            ? OtpState.Issued(token.NextFactor - 1, 0, isRtcTime: false).WithoutHoldOff()
            : OtpState.Fresh(token.NextFactor);
        foreach ((string suffix, uint sequence) in new[] { ("-a", 1u), ("-b", 2u) })
        {
            board.Board.Flash.WriteFile("credential" + suffix, RecordFrame.Encode(Credential.Kind, sequence, payload));
            board.Board.Flash.WriteFile("state" + suffix, RecordFrame.Encode(OtpState.Kind, sequence, state.ToPayload()));
        }

        CryptographicOperations.ZeroMemory(payload);
        credential.Clear();
    }
}
