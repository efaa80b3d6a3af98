using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.Rack.Live;

/// <summary>What lies in a new rack: tokens with random test secrets that are ready to be pressed.</summary>
public static class FirstTokens
{
    /// <summary>They were made a while ago, so that their provisioning lines have closed by now.</summary>
    private static readonly TimeSpan Age = VirtualToken.LongestAwake + TimeSpan.FromMinutes(4);

    /// <summary>A token with a counter.</summary>
    internal static VirtualToken Hotp(TimeProvider time) => Make(TestCredential.Random(OtpType.Hotp), time);

    /// <summary>A token with a clock.</summary>
    internal static VirtualToken Totp(TimeProvider time) => Make(TestCredential.Random(OtpType.Totp), time);

    /// <summary>A token with a given credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="time">True time.</param>
    public static VirtualToken Make(NewCredential credential, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        VirtualToken token = TokenSlot.NewToken(TokenSlot.NewBoard(now - Age));
        token.PowerOn();

        // The wire is in memory and moves the token's own time: nothing here waits.
        new ProvisioningClient(token.Wire).ProvisionAsync(credential, token.Now).GetAwaiter().GetResult();
        token.AdvanceTo(now);
        return token;
    }
}
