using System.Net;
using HwToken.HostSim.TokenPage.Live;
using HwToken.HostSim.TokenPage.Store;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HwToken.HostSim.TokenPage;

/// <summary>The token page: its web server, its tokens, its drawer.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private const int LargestBody = 16 * 1024;

    private readonly TokenDrawer _drawer;
    private readonly TokenRack _rack;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private Task _pacing = Task.CompletedTask;

    /// <summary>Takes the tokens out of the drawer; serves nothing yet.</summary>
    /// <param name="options">Address and data folder.</param>
    /// <param name="time">True time.</param>
    /// <exception cref="IOException">The data folder is in use or cannot be used.</exception>
    public PageHost(ServeOptions options, TimeProvider time)
    {
        _drawer = new TokenDrawer(options.Data);
        try
        {
            _rack = new TokenRack(_drawer, time);
            _app = Build(options.Url, _rack, time);
        }
        catch
        {
            _drawer.Dispose();
            throw;
        }
    }

    /// <summary>Where it is served; known after the start.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Begins to serve and to pace the tokens.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        await _app.StartAsync(cancel).ConfigureAwait(false);
        _pacing = _rack.RunAsync(_end.Token);
    }

    /// <summary>Serves until Ctrl-C, SIGTERM or cancellation.</summary>
    /// <exception cref="IOException">The tokens cannot be saved.</exception>
    public async Task WaitForEndAsync(CancellationToken cancel)
    {
        Task first = await Task.WhenAny(_app.WaitForShutdownAsync(cancel), _pacing).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    /// <summary>Saves the tokens, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _pacing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync().ConfigureAwait(false);
        _drawer.Dispose();
        _end.Dispose();
    }

    private static WebApplication Build(Uri url, TokenRack rack, TimeProvider time)
    {
        // An empty builder: no environment variable or settings file can add an address or change a rule.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, url));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => TokenPageHosting.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        WebApplication app = builder.Build();

        app.UseTokenPage();
        app.UseRouting();
        app.MapTokenPage(rack, time);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        if (url.Host == "localhost" && url.Port != 0)
        {
            kestrel.ListenLocalhost(url.Port);
        }
        else
        {
            kestrel.Listen(url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.Host.Trim('[', ']')), url.Port);
        }
    }
}
