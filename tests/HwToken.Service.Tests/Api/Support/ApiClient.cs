using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>A caller of the REST API.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string? key)
    {
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public HttpClient Http => http;

    /// <summary><c>accepted</c>, or the error code of a refusal or problem.</summary>
    public async Task<string> ValidateAsync(string id, string code)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync($"/api/v1/credentials/{id}/validate", new { code });
        return await WordAsync(answer);
    }

    /// <param name="method">Method.</param>
    /// <param name="path">Whole (<c>/api/v1/audit</c>), or below the credentials (<c>/DPHT00000001</c>).</param>
    /// <param name="body">Sent as it is when it is content, else as JSON.</param>
    /// <param name="language">Accept-Language.</param>
    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? language = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api/", StringComparison.Ordinal) ? path : "/api/v1/credentials" + path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    public async Task<long> NextFactorAsync(string id) => (await SendAsync(HttpMethod.Get, $"/{id}")).Body.GetProperty("nextFactor").GetInt64();

    public void Dispose() => http.Dispose();

    private static async Task<string> WordAsync(HttpResponseMessage answer)
    {
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.TryGetProperty("result", out JsonElement result) && result.GetString() == "accepted"
            ? "accepted"
            : body.RootElement.GetProperty("error").GetString()!;
    }
}
