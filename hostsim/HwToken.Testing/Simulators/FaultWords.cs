using HwToken.Simulator.Leases;

namespace HwToken.Testing.Simulators;

/// <summary>Why something was not to be had, in the words of this library.</summary>
internal static class FaultWords
{
    /// <summary>A token that was given back.</summary>
    public static string LeaseOver(string credentialId) =>
        $"The lease of {credentialId} is over: its token was disposed, its pool dropped, or the simulator did not hear of this program for two minutes. Take a new one (LeaseAsync, TotpAsync, HotpAsync).";

    /// <summary>A refusal of the lease desk.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="detail">What the desk said; it holds no secret.</param>
    /// <param name="pool">The pool that was meant.</param>
    /// <param name="credentialId">The token that was meant, or null.</param>
    /// <param name="retryAfter">When it is worth asking again.</param>
    /// <param name="inner">What lies behind it.</param>
    public static OtpException Of(LeaseFault fault, string detail, string pool, string? credentialId, TimeSpan? retryAfter, Exception? inner)
    {
        (OtpFault what, string words) = Words(fault, detail, pool, credentialId);
        return new OtpException(what, words, retryAfter, inner);
    }

    /// <summary>A refusal of the lease desk in this process.</summary>
    public static OtpException Of(LeaseException e, string pool, string? credentialId = null) => Of(e.Fault, e.Message, pool, credentialId, e.RetryAfter, e);

    private static (OtpFault Fault, string Words) Words(LeaseFault fault, string detail, string pool, string? credentialId) => fault switch
    {
        LeaseFault.NoSuchPool => (OtpFault.NoSuchPool, $"There is no pool '{pool}'. Fill it first: FillTotpAsync, FillHotpAsync or ImportAsync."),
        LeaseFault.NoSuchLease => (OtpFault.LeaseOver, LeaseOver(credentialId ?? "the token")),
        LeaseFault.NoTokenFree => (
            OtpFault.NoTokenFree,
            $"No token of the pool '{pool}' came back in time. Dispose tokens that are done with, put more into the pool, or wait longer ({nameof(OtpSimulatorOptions)}.{nameof(OtpSimulatorOptions.LeaseWait)})."),
        LeaseFault.NotYet => (
            OtpFault.NotYet,
            $"The next unused code of {credentialId} comes later than {nameof(OtpSimulatorOptions)}.{nameof(OtpSimulatorOptions.CodeWait)} allows. "
            + "Freeze the clock (Clock.Freeze) and give it to the system under test, dispose tokens that are done with, take a token for each test, or wait longer."),
        LeaseFault.TokenRefused => (OtpFault.TokenRefused, detail.Replace("Release the lease", "Dispose this token", StringComparison.Ordinal)),
        LeaseFault.SameSecret => (OtpFault.SameSecret, detail),
        _ => (OtpFault.NotKept, detail),
    };
}
