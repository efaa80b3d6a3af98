using HwToken.Service.Api;
using HwToken.Service.Serving;
using HwToken.Validation;

namespace HwToken.Service.Tests.Portal.Support;

/// <summary>The service's portal alone, on a free loopback port.</summary>
internal static class LocalPortal
{
    /// <param name="folder">Data folder.</param>
    /// <param name="listening">Null: plain HTTP.</param>
    /// <param name="settings">Limits by name; null: the usual ones.</param>
    /// <param name="time">Null: the system's.</param>
    public static async Task<ServiceHost> StartAsync(string folder, Listening? listening = null, Dictionary<string, string?>? settings = null, TimeProvider? time = null)
    {
        ServiceHost host = await ServiceHost.OpenAsync(new ValidationOptions { DataFolder = folder, Time = time ?? TimeProvider.System }, CancellationToken.None);
        var composition = new ServiceComposition
        {
            Configure = builder =>
            {
                foreach ((string name, string? value) in settings ?? [])
                {
                    builder.Configuration[$"{ApiLimits.Section}:{name}"] = value;
                }
            },
        };
        await host.StartAsync(listening ?? new Listening { Url = new Uri("http://127.0.0.1:0") }, composition, CancellationToken.None);
        return host;
    }
}
