using System.Net.Http.Headers;
using System.Text;
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
    private readonly HttpClient client;

    private HttpServer(WebApplication app, HttpClient client) => (this.app, this.client) = (app, client);

    public static async Task<HttpServer> StartAsync(ValidationSystem system, int clients)
    {
        WebApplication app = ServiceApp.BuildApi("http://127.0.0.1:0", system, builder =>
        {
            builder.Configuration[$"{ApiLimits.Section}:PerClientPerSecond"] = "1000000";
            builder.Configuration[$"{ApiLimits.Section}:PerCredentialPerMinute"] = "1000000";
        });
        await app.StartAsync().ConfigureAwait(false);
        (_, string key) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "bench").ConfigureAwait(false);
#pragma warning disable CA2000 // The client disposes its handler.
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = clients }) { BaseAddress = new Uri(app.Urls.First()) };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new HttpServer(app, client);
    }

    public async Task<bool> ValidateAsync(string id, string code)
    {
        using var body = new StringContent($$"""{"code":"{{code}}"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri($"/api/v1/credentials/{id}/validate", UriKind.Relative), body).ConfigureAwait(false);
        string text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
        return text.Contains("\"accepted\"", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync().ConfigureAwait(false);
    }
}
