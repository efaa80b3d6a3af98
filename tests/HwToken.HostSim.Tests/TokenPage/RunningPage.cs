using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HwToken.HostSim.Serving;

namespace HwToken.HostSim.Tests.TokenPage;

/// <summary>The token page as <c>serve</c> brings it, on real Kestrel and a free loopback port, with a drawer of its own.</summary>
internal sealed class RunningPage : IAsyncDisposable
{
    /// <summary>RFC 4226 appendix D.</summary>
    public const string RfcUri = "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0";

    private readonly bool _ownsData;
    private readonly ServeHost _host;

    private RunningPage(string data, bool ownsData, ServeHost host)
    {
        Data = data;
        _ownsData = ownsData;
        _host = host;
    }

    public string Data { get; }

    /// <summary>False when another server of the folder shows the tokens.</summary>
    public bool HasTokens => _host.Rack is not null;

    public HttpClient Http { get; } = new();

    public Uri Url => _host.Url;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="data">The drawer; null: a new one that goes away afterwards.</param>
    public static async Task<RunningPage> StartAsync(string? data = null)
    {
        string folder = data ?? NewData();
        ServeHost host = await ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), folder), Cancel);
        var page = new RunningPage(folder, data is null, host);
        page.Http.BaseAddress = page.Url;
        return page;
    }

    public static string NewData() => Directory.CreateTempSubdirectory("hwtoken-page-").FullName;

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => Http.PostAsJsonAsync("/api" + path, body ?? new { }, Cancel);

    public Task<HttpResponseMessage> PostTextAsync(string path, string body, string type = "application/json") =>
        Http.PostAsync("/api" + path, new StringContent(body, Encoding.UTF8, type), Cancel);

    /// <summary>Posts what must succeed.</summary>
    public async Task<JsonElement> DoAsync(string path, object? body = null)
    {
        HttpResponseMessage answer = await PostAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public Task<JsonElement> StateAsync(int token) => Http.GetFromJsonAsync<JsonElement>($"/api/tokens/{token}", Cancel);

    public async Task<string> ActivityAsync(int token) => (await StateAsync(token)).GetProperty("activity").GetString()!;

    public async Task<string?> CodeAsync(int token) => (await StateAsync(token)).GetProperty("screen").GetProperty("code").GetString();

    /// <summary>Stops a token's clock, so that only jumps move it.</summary>
    public Task PauseAsync(int token) => DoAsync($"/tokens/{token}/speed", new { speed = 0 });

    public Task JumpAsync(int token, int seconds) => DoAsync($"/tokens/{token}/jump", new { seconds });

    /// <summary>Presses the button of a paused token and lets it answer.</summary>
    public async Task<string?> PressAsync(int token)
    {
        await DoAsync($"/tokens/{token}/button", new { down = true });
        await DoAsync($"/tokens/{token}/button", new { down = false });
        await JumpAsync(token, 2);
        return await CodeAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        if (_ownsData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
