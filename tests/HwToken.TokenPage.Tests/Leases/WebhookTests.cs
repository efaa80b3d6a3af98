using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace HwToken.TokenPage.Tests.Leases;

/// <summary>A code that is brought instead of waited for.</summary>
public sealed class WebhookTests : IAsyncDisposable
{
    private static readonly DateTimeOffset BeginOfStep = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Channel<(string Type, string Body)> posted = Channel.CreateUnbounded<(string, string)>();
    private readonly WebApplication receiver;

    public WebhookTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        receiver = builder.Build();
        receiver.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            await posted.Writer.WriteAsync(($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType}", await body.ReadToEndAsync(Cancel)), Cancel);
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task A_code_is_posted_once_and_the_next_one_is_another()
    {
        await receiver.StartAsync(Cancel);
        await using RunningPage page = await RunningPage.StartAsync(trueTime: new StandingTime(BeginOfStep));
        string lease = await LeaseAsync(page, "HOTP");
        JsonElement code = await SendAsync(page, lease, new { webhook = Address });
        Assert.Matches("^[0-9]{6}$", code.GetProperty("code").GetString()!);
        Assert.Equal(0, code.GetProperty("movingFactor").GetInt32());
        Assert.Equal(1, (await page.DoAsync($"/leases/{lease}/code")).GetProperty("movingFactor").GetInt32());
        Assert.False(posted.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_refusal_is_posted_too()
    {
        await receiver.StartAsync(Cancel);
        await using RunningPage page = await RunningPage.StartAsync(trueTime: new StandingTime(BeginOfStep));
        string lease = await LeaseAsync(page, "TOTP");
        Assert.True((await SendAsync(page, lease, new { webhook = Address })).TryGetProperty("code", out _));
        JsonElement refusal = await SendAsync(page, lease, new { webhook = Address, wait = 0 });
        Assert.False(refusal.TryGetProperty("code", out _));
        Assert.NotEmpty(refusal.GetProperty("problem").ToString());
        Assert.NotEmpty(refusal.GetProperty("detail").GetString()!);
    }

    /// <summary>A code is told once: one that went to a receiver who is away is lost, and the next request gets the next.</summary>
    [Fact]
    public async Task A_receiver_that_is_away_loses_its_code()
    {
        await using RunningPage page = await RunningPage.StartAsync(trueTime: new StandingTime(BeginOfStep));
        string lease = await LeaseAsync(page, "HOTP");
        Assert.Equal(HttpStatusCode.Accepted, (await page.PostAsync($"/leases/{lease}/code", new { webhook = "http://127.0.0.1:9/code" })).StatusCode);
        int next;
        do
        {
            next = (await page.DoAsync($"/leases/{lease}/code")).GetProperty("movingFactor").GetInt32();
        }
        while (next == 0);
        Assert.InRange(next, 1, 2);
    }

    private string Address => receiver.Urls.Single() + "/code";

    private static async Task<string> LeaseAsync(RunningPage page, string type)
    {
        await page.DoAsync("/pools", new { name = "shop", random = type });
        return (await page.DoAsync("/leases", new { pool = "shop", seconds = 86_400 })).GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> SendAsync(RunningPage page, string lease, object ask)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await page.PostAsync($"/leases/{lease}/code", ask)).StatusCode);
        (string type, string body) = await posted.Reader.ReadAsync(Cancel);
        Assert.StartsWith("POST /code application/json", type, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
