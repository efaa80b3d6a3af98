using Microsoft.Extensions.Time.Testing;
using System.Collections.Concurrent;
using HwToken.Service.Api;
using HwToken.Service.Serving;
using HwToken.Validation;
using HwToken.Validation.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>The API on a real Kestrel in this process, with its clock and its log in the test's hands.</summary>
internal sealed class LocalApi : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private WebApplication app = null!;

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_015));

    public ConcurrentQueue<string> Log { get; } = new();

    public ValidationSystem System { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string OperatorKey { get; private set; } = "";

    public string PartyKey { get; private set; } = "";

    /// <param name="limits">Environment-like settings: name (without section) and value.</param>
    /// <param name="service">Replaces the service, for planted faults.</param>
    public static async Task<LocalApi> StartAsync(
        IReadOnlyDictionary<string, string?>? limits = null, Func<LocalApi, ValidationService>? service = null, string? connection = null)
    {
        var api = new LocalApi();
        api.System = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = api.folder.Path, Connection = connection, Time = api.Clock });
        api.OperatorKey = (await api.System.ApiKeys.CreateAsync(ApiRole.Operator, "test")).Secret;
        api.PartyKey = (await api.System.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test")).Secret;
        api.app = ServiceApp.BuildApi("http://127.0.0.1:0", api.System, builder =>
        {
            foreach ((string name, string? value) in limits ?? new Dictionary<string, string?> { ["PerCredentialPerMinute"] = "1000000", ["PerClientPerSecond"] = "1000000" })
            {
                builder.Configuration[$"{ApiLimits.Section}:{name}"] = value;
            }

            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new QueueLoggerProvider(api.Log));
            if (service is not null)
            {
                builder.Services.AddSingleton(service(api));
            }
        });
        await api.app.StartAsync();
        api.Address = new Uri(api.app.Urls.Single());
        return api;
    }

    public ApiClient Client(string? key) => new(Address, key);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await System.DisposeAsync();
        folder.Dispose();
    }
}
