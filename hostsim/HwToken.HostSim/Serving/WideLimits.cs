namespace HwToken.HostSim.Serving;

/// <summary>
/// The limits of a program that answers its own computer alone: test suites sign in from one address, hundreds of times a minute. Variables
/// (<c>HwToken__Limits__…</c>) still decide, so that a refusal can be tried too.
/// </summary>
internal static class WideLimits
{
    private const string Wide = "1000000";

    private static readonly string[] Limits = ["Limits:PerClientPerSecond", "Limits:PageFormsPerAddressPerMinute", "Limits:PerCredentialPerMinute"];

    /// <summary>Takes them in the place of the validation server's own. Set, and not another source: a new source would begin the others anew, without the
    /// address that is listened at.</summary>
    public static void AddTo(IConfiguration configuration)
    {
        foreach (string limit in Limits)
        {
            configuration[limit] ??= Wide;
        }
    }
}
