using HwToken.Demo;
using HwToken.Rack.Live;
using HwToken.Service.Portal;
using HwToken.Service.Portal.Web;
using HwToken.Service.Serving;
using HwToken.Simulator.Clocks;
using HwToken.TokenPage;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Store;
using HwToken.Validation;

namespace HwToken.HostSim.Serving;

/// <summary>Token page, portal and REST API on one address; with <c>--demo</c> also bank, accounts and clocks.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    private static readonly PlaceLink[] PortalLinks = [new("/portal", "ポータル", "Portal"), new("/desk", "サービスデスク", "Service desk")];

    private static readonly PageContribution TokenPageLink = new()
    {
        Links = [new PageLink(PageSpot.Footer, "/", "このコンピューターの仮想トークン", "Virtual tokens on this computer")],
    };

    /// <summary>The page's tokens are made up on this computer and no service knows them.</summary>
    private static readonly PageContribution WithoutDemo = new()
    {
        Notes =
        [
            .. ((PageSpot[])[PageSpot.Home, PageSpot.Unknown, PageSpot.ShutOut]).Select(spot => new PageNote(
                spot,
                "このコンピューターの仮想トークンは、このサービスに登録されていません。「serve --demo」で起動すると、取り込み済みのトークン、見本の銀行、オペレーターの名前とパスワードがそろい、すぐに試せます。",
                "The virtual tokens on this computer are not known to this service. Started as 'serve --demo' it brings tokens that are imported, a sample bank, and an operator's name and password: all can be tried at once.")),
        ],
    };

    private readonly CancellationTokenSource end = new();
    private readonly List<IAsyncDisposable> parts = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private ServiceHost service = null!;
    private Task pacing = Task.CompletedTask;

    private ServeHost()
    {
    }

    /// <summary>Where it is served.</summary>
    public Uri Url => service.Url;

    /// <summary>The opened validation service.</summary>
    public ServiceHost Service => service;

    /// <summary>What the demonstration began with; null without <c>--demo</c>.</summary>
    public DemoWorld? Demo { get; private set; }

    /// <summary>The virtual tokens; null when another server of this data folder shows them.</summary>
    public TokenRack? Rack => Simulation?.Rack;

    /// <summary>What stands behind the simulator's API; null as <see cref="Rack"/>.</summary>
    public Simulation? Simulation { get; private set; }

    /// <summary>The services' clock in a demonstration.</summary>
    public DemoClock? Clock { get; private set; }

    /// <summary>What people read at the start.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. service.Lines,
        Rack is null ? "Another server of this data folder shows the virtual tokens; this one serves portal and REST API." : $"Token page: {Url} (its API for test suites: {new Uri(Url, "/sim/v1/openapi.json")})",
        .. Demo?.Lines(Url) ?? [],
        "Virtual tokens with test secrets: never register one for a real account. Ctrl-C ends.",
    ];

    /// <summary>Starts serving.</summary>
    /// <exception cref="IOException">The port is taken, or the data folder is in use.</exception>
    /// <exception cref="InvalidOperationException">No token can be set to the time that it is.</exception>
    /// <exception cref="Validation.Storage.StorageException">The database cannot be reached.</exception>
    public static async Task<ServeHost> StartAsync(ServeSettings settings, CancellationToken cancel)
    {
        var host = new ServeHost();
        try
        {
            await host.BeginAsync(settings, cancel).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Serves until Ctrl-C, SIGTERM or cancellation.</summary>
    public async Task WaitForEndAsync(CancellationToken cancel)
    {
        Task first = await Task.WhenAny(service.WaitForEndAsync(cancel), pacing).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await pacing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (IAsyncDisposable part in Enumerable.Reverse(parts))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        http.Dispose();
        end.Dispose();
    }

    private async Task BeginAsync(ServeSettings settings, CancellationToken cancel)
    {
        TrueTime.Require(settings.Service.Time);
        DemoShortcuts shortcuts = settings.Shortcuts ?? new DemoShortcuts();
        var shared = new SharedClock(settings.Service.Time);
        Clock = settings.IsDemo ? new DemoClock(shared) : null;
        ValidationOptions options = settings.IsDemo
            ? new ValidationOptions { DataFolder = TakeDemoFolder(settings.Service.DataFolder, shortcuts), Time = Clock! }
            : settings.Service with { Time = shared };
        SavedTokenStore? store = OpenTokenStore(options.DataFolder, settings.IsDemo);
        var ready = ReadyCustomers.New(settings.IsDemo ? settings.Ready : 0);
        DemoTokens? tokens = settings.IsDemo ? DemoTokens.New(shortcuts.Draw) : null;
        Simulation = store is null ? null : OpenSimulation(store, shared, tokens);
        await (Simulation is null ? Task.CompletedTask : ready.AddToAsync(Simulation.Desk)).ConfigureAwait(false);
        service = await ServiceHost.OpenAsync(options, cancel).ConfigureAwait(false);
        parts.Add(service);
        Demonstration? demo = tokens is null
            ? null
            : await DemoSetup.LayOutAsync(options.DataFolder, service, tokens, Clock!, shortcuts.PasswordRounds, ready, cancel).ConfigureAwait(false);
        Demo = demo?.World;
        await service.StartAsync(new Listening { Url = settings.Url }, Compose(demo, shortcuts), cancel).ConfigureAwait(false);
        pacing = Rack?.RunAsync(end.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
    }

    /// <summary>What stands around the portal.</summary>
    private ServiceComposition Compose(Demonstration? demo, DemoShortcuts shortcuts) => new()
    {
        Contributions = [.. Rack is null ? [] : new[] { TokenPageLink }, .. demo is null ? Rack is null ? [] : new[] { WithoutDemo } : [Demonstration.Contribution]],
        Configure = builder =>
        {
            WideLimits.AddTo(builder.Configuration);
            builder.Services.AddTokenPage();
            if (shortcuts.Waits is { } waits)
            {
                builder.Services.AddSingleton(new EvenTime(waits));
            }

            demo?.AddTo(builder.Services, DemoSetup.Needs(demo.World, service, Rack!, http));
        },
        Map = app =>
        {
            if (demo is not null)
            {
                Demonstration.UseFiles(app);
            }

            if (Simulation is null)
            {
                app.MapPortalAtRoot();
                return;
            }

            app.MapTokenPage(Simulation!, demo is null ? PortalLinks : [PortalLinks[0], Bank, PortalLinks[1]]);
        },
    };

    private static PlaceLink Bank { get; } = new("/bank", "みほん銀行", "Sample Bank");

    private string TakeDemoFolder(string data, DemoShortcuts shortcuts)
    {
        var folder = new DemoFolder(data, shortcuts.Files);
        parts.Add(new AsyncDisposeAdapter(folder));
        return folder.Path;
    }

    /// <summary>Before the service: the clock that they share is then set as it was left.</summary>
    private Simulation OpenSimulation(SavedTokenStore store, SharedClock clock, DemoTokens? tokens)
    {
        var simulation = new Simulation(store, clock, tokens is null ? null : () => tokens.Make(clock));
        parts.Add(new AsyncDisposeAdapter(simulation));
        return simulation;
    }

    /// <summary>Several servers may share a data folder for the validation service; only one of them can show the virtual tokens.</summary>
    private SavedTokenStore? OpenTokenStore(string data, bool isDemo)
    {
        try
        {
            var store = new SavedTokenStore(data);
            parts.Add(new AsyncDisposeAdapter(store));
            return store;
        }
        catch (IOException) when (!isDemo)
        {
            return null;
        }
    }
}
