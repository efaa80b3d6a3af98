using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HwToken.Simulator.Clocks;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace HwToken.TokenPage.Tests;

/// <summary>The token page alone, on real Kestrel and a free loopback port, with a data folder of its own.</summary>
internal sealed class RunningPage : IAsyncDisposable
{
    /// <summary>RFC 4226 appendix D.</summary>
    public const string RfcUri = "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0";

    private readonly bool _ownsData;
    private readonly WebApplication _host;
    private readonly SavedTokenStore _store;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _pacing;

    private RunningPage(string data, bool ownsData, WebApplication host, SavedTokenStore store, Simulation simulation)
    {
        Data = data;
        _ownsData = ownsData;
        _host = host;
        _store = store;
        Simulation = simulation;
        _pacing = simulation.Rack.RunAsync(_end.Token);
    }

    public string Data { get; }

    public Simulation Simulation { get; }

    public HttpClient Http { get; } = new();

    public Uri Url => new(_host.Urls.Single());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="data">The data folder; null: a new one that goes away afterwards.</param>
    /// <param name="trueTime">True time; null: the system's.</param>
    public static async Task<RunningPage> StartAsync(string? data = null, TimeProvider? trueTime = null)
    {
        string folder = data ?? NewData();
        var store = new SavedTokenStore(folder);
        try
        {
            var simulation = new Simulation(store, new SharedClock(trueTime ?? TimeProvider.System));
            WebApplication host = Build(simulation);
            await host.StartAsync(Cancel);
            return Open(new RunningPage(folder, data is null, host, store, simulation));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public static string NewData() => Directory.CreateTempSubdirectory("hwtoken-page-").FullName;

    private static RunningPage Open(RunningPage page)
    {
        page.Http.BaseAddress = page.Url;
        return page;
    }

    private static WebApplication Build(Simulation simulation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Logging.ClearProviders();
        builder.Services.AddTokenPage();
        WebApplication app = builder.Build();
        app.MapTokenPage(simulation, [new PlaceLink("/elsewhere", "別の場所", "Elsewhere")]);
        return app;
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => Http.PostAsJsonAsync("/sim/v1" + path, body ?? new { }, Cancel);

    public Task<HttpResponseMessage> PostTextAsync(string path, string body, string type = "application/json") =>
        Http.PostAsync("/sim/v1" + path, new StringContent(body, Encoding.UTF8, type), Cancel);

    /// <summary>Posts what must succeed.</summary>
    public async Task<JsonElement> DoAsync(string path, object? body = null)
    {
        HttpResponseMessage answer = await PostAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public Task<JsonElement> StateAsync(int token) => Http.GetFromJsonAsync<JsonElement>($"/sim/v1/tokens/{token}", Cancel);

    public async Task<string> ActivityAsync(int token) => (await StateAsync(token)).GetProperty("activity").GetString()!;

    public async Task<string?> CodeAsync(int token) => (await StateAsync(token)).GetProperty("screen").GetProperty("code").GetString();

    public async Task DeleteAsync(string path)
    {
        HttpResponseMessage answer = await Http.DeleteAsync("/sim/v1" + path, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

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
        await _end.CancelAsync();
        await _pacing;
        await _host.DisposeAsync();
        Simulation.Dispose();
        _store.Dispose();
        _end.Dispose();
        if (_ownsData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
