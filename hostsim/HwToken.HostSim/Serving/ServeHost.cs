using HwToken.HostSim.Api;
using HwToken.HostSim.Bank;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Demo;
using HwToken.HostSim.Portal;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using HwToken.HostSim.TokenPage.Live;
using HwToken.HostSim.TokenPage.Store;
using HwToken.Validation;

namespace HwToken.HostSim.Serving;

/// <summary>Token page, portal and REST API on one address; with <c>--demo</c> also bank, accounts and clocks.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<IAsyncDisposable> parts = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private WebApplication? app;
    private Task pacing = Task.CompletedTask;

    private ServeHost()
    {
    }

    /// <summary>Where it is served.</summary>
    public Uri Url => new(app!.Urls.First());

    /// <summary>What the demonstration began with; null without <c>--demo</c>.</summary>
    public DemoWorld? Demo { get; private set; }

    /// <summary>The virtual tokens; null when another server of this data folder shows them.</summary>
    public TokenRack? Rack { get; private set; }

    /// <summary>The services' clock in a demonstration.</summary>
    public DemoClock? Clock { get; private set; }

    /// <summary>Starts serving.</summary>
    /// <exception cref="IOException">The port is taken, or the data folder is in use.</exception>
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
        Task first = await Task.WhenAny(app!.WaitForShutdownAsync(cancel), pacing).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await pacing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (app is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
        }

        foreach (IAsyncDisposable part in Enumerable.Reverse(parts))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        http.Dispose();
        end.Dispose();
    }

    private async Task BeginAsync(ServeSettings settings, CancellationToken cancel)
    {
        DemoShortcuts shortcuts = settings.Shortcuts ?? new DemoShortcuts();
        string data = settings.IsDemo ? TakeDemoFolder(settings.Data, shortcuts) : settings.Data;
        Clock = settings.IsDemo ? new DemoClock(TimeProvider.System) : null;
        TokenDrawer? drawer = TakeDrawer(data, settings.IsDemo);
        var defaults = new ValidationOptions();
        ValidationSystem system = await ValidationSystem.OpenAsync(
            new ValidationOptions
            {
                DataFolder = data,
                Connection = settings.Connection,
                KeyFile = settings.KeyFile,
                ServiceName = settings.ServiceName ?? defaults.ServiceName,
                ImportCertificateFile = settings.ImportCertificates,
                Time = Clock ?? TimeProvider.System,
            },
            cancel).ConfigureAwait(false);
        parts.Add(system);
        var operators = new Operators(data);
        DemoTokens? tokens = settings.IsDemo ? DemoTokens.New() : null;
        Rack = drawer is null ? null : new TokenRack(drawer, TimeProvider.System, tokens?.Make(TimeProvider.System));
        DemoBank? bank = tokens is null
            ? null
            : await DemoBank.LayOutAsync(data, system, tokens, operators, Clock!, key => new ValidationClient(http, () => Url, key), shortcuts.PasswordRounds, cancel).ConfigureAwait(false);
        Demo = bank?.World;
        app = ApiServer.Create(settings.Url.AbsoluteUri, system, builder =>
        {
            builder.Services.AddPortal(new PortalParts(HasBank: bank is not null, HasTokens: Rack is not null, HasTray: bank is not null), operators);
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
            if (bank is not null)
            {
                builder.Services.AddBank(bank.Customers, bank.Service).AddSingleton(bank.World).AddSingleton(Rack!).AddSingleton(Clock!);
            }
        });
        app.MapAll(Rack, hasBank: bank is not null);
        await app.StartAsync(cancel).ConfigureAwait(false);
        pacing = Rack?.RunAsync(end.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
    }

    private string TakeDemoFolder(string data, DemoShortcuts shortcuts)
    {
        var folder = new DemoFolder(data, shortcuts.Files);
        parts.Add(new Ending(folder));
        return folder.Path;
    }

    /// <summary>Several servers may share a data folder for the validation service; only one of them can show the virtual tokens.</summary>
    private TokenDrawer? TakeDrawer(string data, bool isDemo)
    {
        try
        {
            var drawer = new TokenDrawer(data);
            parts.Add(new Ending(drawer));
            return drawer;
        }
        catch (IOException) when (!isDemo)
        {
            return null;
        }
    }
}
