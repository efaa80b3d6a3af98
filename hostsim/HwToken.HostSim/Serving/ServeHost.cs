using HwToken.HostSim.Api;
using HwToken.HostSim.Bank;
using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Demo;
using HwToken.HostSim.Portal;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using HwToken.HostSim.TokenPage;
using HwToken.HostSim.TokenPage.Live;
using HwToken.HostSim.TokenPage.Store;
using HwToken.Validation;
using HwToken.Validation.Access;

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
        string data = settings.Data;
        if (settings.IsDemo)
        {
            var folder = new DemoFolder(data);
            parts.Add(new Ending(folder));
            data = folder.Path;
            Clock = new DemoClock(TimeProvider.System);
        }

        TokenDrawer? drawer = Drawer(data, settings.IsDemo);
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
        DemoTokens? tokens = settings.IsDemo ? DemoTokens.New() : null;
        Rack = drawer is null ? null : new TokenRack(drawer, TimeProvider.System, tokens?.Make(TimeProvider.System));
        CustomerBook? customers = settings.IsDemo ? new CustomerBook(data, Clock!) : null;
        var operators = new Operators(data);
        ValidationClient? client = null;
        if (tokens is not null && customers is not null)
        {
            await tokens.ImportAsync(system.Importer, cancel).ConfigureAwait(false);
            Demo = DemoWorld.Create(tokens, customers, operators);
            (_, string key) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "demo", cancel).ConfigureAwait(false);
            client = new ValidationClient(http, () => Url, key);
        }

        app = ApiServer.Create(settings.Url.AbsoluteUri, system, builder =>
        {
            builder.Services.AddPortal(new PortalParts(customers is not null, settings.IsDemo), operators);
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
            if (customers is not null && client is not null)
            {
                builder.Services.AddBank(customers, client).AddSingleton(Rack!).AddSingleton(Clock!).AddSingleton(Demo!);
            }
        });
        Map(app);
        await app.StartAsync(cancel).ConfigureAwait(false);
        pacing = Rack?.RunAsync(end.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
    }

    /// <summary>Several servers may share a data folder for the validation service; only one of them can show the virtual tokens.</summary>
    private TokenDrawer? Drawer(string data, bool isDemo)
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

    private void Map(WebApplication web)
    {
        web.UsePageFailures();
        web.UseHwTokenApi();
        web.MapHwTokenApi();
        web.MapPortal();
        if (Rack is null)
        {
            web.MapGet("/", () => Results.Redirect("/portal")).ExcludeFromDescription();
            return;
        }

        web.UseWhen(TokenPageHosting.IsTokenPage, branch => branch.UseTokenPage());
        web.MapTokenPage(Rack, TimeProvider.System);
    }

    /// <summary>Something that ends at once, in the order of the others.</summary>
    private sealed class Ending(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
