using HwToken.Service.Api;
using HwToken.Service.Portal;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation;

namespace HwToken.Service.Serving;

/// <summary>The opened validation service and its server. Other programs compose theirs around it.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly string folder;
    private WebApplication? app;

    private ServiceHost(ValidationSystem system, string folder)
    {
        System = system;
        this.folder = folder;
        Operators = new Operators(system.Operators);
    }

    /// <summary>The validation service.</summary>
    public ValidationSystem System { get; }

    /// <summary>The people at the service desk.</summary>
    public Operators Operators { get; }

    /// <summary>Where it is served; known once it has started.</summary>
    public Uri Url => new(app!.Urls.First());

    /// <summary>What people are told at the start: where it listens, where its data lie.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"HwToken listens at {Url.AbsoluteUri.TrimEnd('/')}",
        $"Data folder: {Path.GetFullPath(folder)}",
        $"Portal: {new Uri(Url, "/portal")}",
    ];

    /// <summary>Opens the validation service; nothing is served yet.</summary>
    /// <param name="options">Where its data lie.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <exception cref="Validation.Storage.StorageException">The database cannot be reached.</exception>
    /// <exception cref="Validation.Keys.KeyHolderException">The key file cannot be read or does not fit.</exception>
    public static async Task<ServiceHost> OpenAsync(ValidationOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ServiceHost(await ValidationSystem.OpenAsync(options, cancel).ConfigureAwait(false), options.DataFolder);
    }

    /// <summary>Starts to serve.</summary>
    /// <param name="listening">Where, and whom it believes.</param>
    /// <param name="composition">What else is served.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="IOException">The port is taken, or the certificate cannot be read.</exception>
    public async Task StartAsync(Listening listening, ServiceComposition composition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(listening);
        ArgumentNullException.ThrowIfNull(composition);
        app = ServiceApp.Create(listening.Url.AbsoluteUri, System, builder =>
        {
            builder.Services.AddPortal(Operators, System.Sessions, composition.Contributions);

            builder.AddNetwork(listening);
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
            composition.Configure?.Invoke(builder);
        });
        app.UseNetwork(listening);
        app.UsePageFailures();
        app.UseHwTokenApi();
        app.MapHwTokenApi();
        app.MapPortal();
        composition.Map?.Invoke(app);
        await app.StartAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Serves until Ctrl-C, SIGTERM or cancellation.</summary>
    /// <param name="cancel">Ends it.</param>
    public Task WaitForEndAsync(CancellationToken cancel) => app!.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
        }

        await System.DisposeAsync().ConfigureAwait(false);
    }
}
