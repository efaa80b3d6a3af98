using Microsoft.Extensions.Configuration.Memory;

namespace HwToken.HostSim.Serving;

/// <summary>
/// The limits of a program that answers its own computer alone: test suites sign in from one address, hundreds of times a minute. Variables
/// (<c>HwToken__Limits__…</c>) still decide, so that a refusal can be tried too.
/// </summary>
internal static class WideLimits
{
    private const string Wide = "1000000";

    /// <summary>Takes them in the place of the validation server's own.</summary>
    public static void AddTo(ConfigurationManager configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = new Dictionary<string, string?>
        {
            ["Limits:PerClientPerSecond"] = Wide,
            ["Limits:PageFormsPerAddressPerMinute"] = Wide,
            ["Limits:PerCredentialPerMinute"] = Wide,
        },
    });
}
