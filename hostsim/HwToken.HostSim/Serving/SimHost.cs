using HwToken.Simulator.Clocks;
using HwToken.TokenPage;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Store;

namespace HwToken.HostSim.Serving;

/// <summary>The virtual tokens and their API alone: no validation service, no portal, no database of credentials. Starts in a fraction of the time.</summary>
internal sealed class SimHost : IAsyncDisposable
{
    private const long MostBodyBytes = 64 * 1024;

    private readonly CancellationTokenSource end = new();
    private readonly WebApplication app;
    private readonly SavedTokenStore store;
    private readonly Simulation simulation;
    private readonly Task pacing;

    private SimHost(WebApplication app, SavedTokenStore store, Simulation simulation)
    {
        this.app = app;
        this.store = store;
        this.simulation = simulation;
        pacing = simulation.Rack.RunAsync(end.Token);
    }

    /// <summary>Where it is served.</summary>
    public Uri Url => new(app.Urls.First());

    /// <summary>What stands behind the API.</summary>
    public Simulation Simulation => simulation;

    /// <summary>Starts serving.</summary>
    /// <param name="url">Loopback address; port 0: any free one.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="time">True time.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="IOException">The port is taken, the data folder is in use or cannot be read.</exception>
    /// <exception cref="InvalidOperationException">No token can be set to that time.</exception>
    public static async Task<SimHost> StartAsync(Uri url, string data, TimeProvider time, CancellationToken cancel)
    {
        TrueTime.Require(time);
        var store = new SavedTokenStore(data);
        Simulation? simulation = null;
        WebApplication? app = null;
        try
        {
            simulation = new Simulation(store, new SharedClock(time));
            app = Build(url, simulation);
            await app.StartAsync(cancel).ConfigureAwait(false);
            return new SimHost(app, store, simulation);
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync().ConfigureAwait(false);
            }

            simulation?.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <summary>Serves until Ctrl-C, SIGTERM or cancellation.</summary>
    public async Task WaitForEndAsync(CancellationToken cancel)
    {
        Task first = await Task.WhenAny(app.WaitForShutdownAsync(cancel), pacing).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await pacing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync().ConfigureAwait(false);
        simulation.Dispose();
        store.Dispose();
        end.Dispose();
    }

    private static WebApplication Build(Uri url, Simulation simulation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url.AbsoluteUri).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddTokenPage();
        WebApplication app = builder.Build();
        app.UseRouting();
        app.MapTokenPage(simulation, []);
        return app;
    }
}
