using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.Rack.Contract;
using HwToken.Simulator;
using HwToken.Simulator.Records;

namespace HwToken.Rack.Live;

/// <content>What was done to it, as a scenario.</content>
public sealed partial class TokenSlot
{
    private readonly DeedLog _deeds = new();

    /// <summary>What was done since a moment, for whoever tells it as a scenario.</summary>
    /// <param name="since">A moment of the shared clock; null: since the token is in its place.</param>
    /// <param name="withSecret">With the token's test secret, so that its codes are the same.</param>
    /// <exception cref="RefusalException">Nothing was done since.</exception>
    internal TokenRecord RecordSince(DateTimeOffset? since, bool withSecret)
    {
        lock (_gate)
        {
            (RecordedStart start, IReadOnlyList<RecordedDeed> deeds) = _deeds.Since(since) ?? throw RefusalException.Conflict("nothingDone", "Nothing was done to the token since. Press its button, then ask again.");
            return new TokenRecord(_name ?? $"What was done to token {start.Id ?? Id}", start, deeds, _bench.Live.Ask(token => token.Now), withSecret ? ReadSecret() : null);
        }
    }

    private string? ReadSecret()
    {
        if (_bench.Token.StoredCredential is not { } credential)
        {
            return null;
        }

        string secret = Base32.Encode(credential.Secret).TrimEnd('=');
        CryptographicOperations.ZeroMemory(credential.Secret);
        CryptographicOperations.ZeroMemory(credential.AdminKey);
        return secret;
    }

    /// <summary>Takes note of a deed before it is done.</summary>
    private void Took(VirtualToken token, string step, TimeSpan takes = default, TimeSpan later = default) => _deeds.Add(token, FaultNames(CurrentFaults()), _time.GetUtcNow(), step, takes, later);

    private static string[] FaultNames(FaultState faults) =>
    [
        .. new[]
        {
            (faults.PanelMissing, "panelMissing"),
            (faults.ButtonStuck, "buttonStuck"),
            (faults.RtcStopped, "rtcStopped"),
            (faults.BatteryLost, "batteryLost"),
            (faults.WritesFail, "writesFail"),
        }.Where(fault => fault.Item1).Select(fault => fault.Item2),
    ];
}
