using System.Collections.Concurrent;
using HwToken.Service.Api;
using HwToken.Service.Serving;
using HwToken.Validation;
using HwToken.Validation.Access;
using Microsoft.AspNetCore.Builder;

namespace HwToken.Benchmarks.Validation;

/// <summary>The REST API on a real Kestrel over loopback, in this process, and a relying party that asks it.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string key;
    private readonly ConcurrentBag<KeepAliveConnection> idle = [];

    private HttpServer(WebApplication app, string key) => (this.app, this.key) = (app, key);

    public static async Task<HttpServer> StartAsync(ValidationSystem system)
    {
        WebApplication app = ServiceApp.BuildApi("http://127.0.0.1:0", system, builder =>
        {
            builder.Configuration[$"{ApiLimits.Section}:PerClientPerSecond"] = "1000000";
            builder.Configuration[$"{ApiLimits.Section}:PerCredentialPerMinute"] = "1000000";
        });
        await app.StartAsync().ConfigureAwait(false);
        (_, string key) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "bench").ConfigureAwait(false);
        return new HttpServer(app, key);
    }

    public async Task<bool> ValidateAsync(string id, string code)
    {
        KeepAliveConnection connection = idle.TryTake(out KeepAliveConnection? found) ? found : new KeepAliveConnection(new Uri(app.Urls.First()), key);
        (int status, string body) = await connection.PostAsync($"/api/v1/credentials/{id}/validate", $$"""{"code":"{{code}}"}""").ConfigureAwait(false);
        idle.Add(connection);
        return status == 200 && body.Contains("\"accepted\"", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (KeepAliveConnection connection in idle)
        {
            connection.Dispose();
        }

        await app.DisposeAsync().ConfigureAwait(false);
    }
}
