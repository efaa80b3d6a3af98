using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace HwToken.Service.Serving;

/// <summary>What stands between the network and the pages: names, proxies, TLS.</summary>
internal static class Network
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Registers what <see cref="UseNetwork"/> needs.</summary>
    public static void AddNetwork(this WebApplicationBuilder builder, Listening listening)
    {
        // A name that somebody else points at this server (DNS rebinding) must not reach any page.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = [.. LoopbackNames, .. OwnAddress(listening.Url), .. listening.Hosts]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (IPNetwork network in listening.TrustedProxies)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        if (listening is { Certificate: { } certificate, CertificateKey: { } key })
        {
            var file = new CertificateFile(certificate, key);
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
            {
                https.ServerCertificateSelector = (_, _) => file.Current.TargetCertificate;
                https.OnAuthenticate = (_, tls) => (tls.ServerCertificateSelectionCallback, tls.ServerCertificateContext) = (null, file.Current);
            }));
        }
    }

    /// <summary>Comes first in the pipeline.</summary>
    public static void UseNetwork(this WebApplication app, Listening listening)
    {
        if (listening.TrustedProxies.Count > 0)
        {
            app.Use((context, next) => IsKnown(context.Connection.RemoteIpAddress, listening.TrustedProxies) ? next(context) : RefuseAsync(context));
            app.UseForwardedHeaders();
        }

        app.UseHostFiltering();
    }

    /// <summary>Another loopback address than 127.0.0.1 is no name that anybody can point here, and people use what they typed.</summary>
    private static string[] OwnAddress(Uri url) => LoopbackUrl.IsLoopback(url) ? [url.Host] : [];

    /// <summary>Codes that come past the proxy would come in clear.</summary>
    private static bool IsKnown(IPAddress? address, IReadOnlyList<IPNetwork> proxies)
    {
        IPAddress from = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        return IPAddress.IsLoopback(from) || proxies.Any(proxy => proxy.Contains(from));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("This server is reached through its proxy only.\n");
    }
}
