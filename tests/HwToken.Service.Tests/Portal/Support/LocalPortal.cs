using HwToken.Service.Serving;
using HwToken.Validation;

namespace HwToken.Service.Tests.Portal.Support;

/// <summary>The service's portal alone, on a free loopback port.</summary>
internal static class LocalPortal
{
    public static async Task<ServiceHost> StartAsync(string folder, Listening? listening = null)
    {
        ServiceHost host = await ServiceHost.OpenAsync(new ValidationOptions { DataFolder = folder }, CancellationToken.None);
        await host.StartAsync(listening ?? new Listening { Url = new Uri("http://127.0.0.1:0") }, new ServiceComposition(), CancellationToken.None);
        return host;
    }
}
