using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HwToken.TokenPage.Tests;

/// <summary>What programs ask of the API and the page does not.</summary>
public class SimApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_that_is_not_there_yet_is_refused_with_the_seconds_until_it_is()
    {
        var time = new WatchedTime();
        time.SetUtcNow(new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero));
        await using RunningPage page = await RunningPage.StartAsync(trueTime: time);
        await page.DoAsync("/pools", new { name = "shop", random = "TOTP", count = 1 });
        string lease = (await page.DoAsync("/leases", new { pool = "shop" })).GetProperty("id").GetString()!;
        await page.DoAsync($"/leases/{lease}/code", new { wait = 0 });
        HttpResponseMessage refused = await page.PostAsync($"/leases/{lease}/code", new { wait = 0 });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(20)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Contains("\"notYet\"", await refused.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task What_is_off_is_refused_with_a_stable_word()
    {
        (string Path, string Body, int Status, string Code)[] requests =
        [
            ("/leases", "{\"pool\":\"none\"}", 404, "noSuchPool"),
            ("/leases", "{}", 400, "badRequest"),
            ("/leases", "{\"pool\":\"shop\",\"seconds\":0}", 400, "badRequest"),
            ("/leases/nobodys/code", "{}", 404, "noSuchLease"),
            ("/pools", "{\"name\":\"a b\",\"random\":\"HOTP\"}", 400, "badRequest"),
            ("/pools", "{\"name\":\"a\",\"random\":\"HOTP\",\"count\":0}", 400, "badRequest"),
            ("/pools", "{\"name\":\"a\",\"seeds\":\"nonsense\"}", 400, "seeds"),
            ("/pools", "{\"name\":\"a\",\"seeds\":\"x\",\"key\":\"0\"}", 400, "seeds"),
            ("/clock/move", "{\"seconds\":30}", 409, "trueTime"),
            ("/clock/move", "{\"seconds\":-1}", 400, "badRequest"),
            ("/tokens", "{\"random\":\"HOTP\",\"seeds\":\"x\"}", 400, "badRequest"),
            ("/tokens", "{\"name\":\"\"}", 400, "badRequest"),
            ("/tokens/1/hold", "{\"seconds\":3600}", 400, "badRequest"),
            ("/tokens/1/restore", "{\"version\":2,\"files\":null,\"aheadMs\":0,\"rtcOffMs\":null,\"savedAtMs\":1,\"powered\":true}", 400, "badRequest"),
        ];
        await using RunningPage page = await RunningPage.StartAsync();
        foreach ((string path, string body, int status, string code) in requests)
        {
            HttpResponseMessage answer = await page.PostTextAsync(path, body);
            string told = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("code").GetString()!;
            Assert.True((status, code) == ((int)answer.StatusCode, told), $"{path} {body}: {answer.StatusCode} {told}");
        }
    }

    [Fact]
    public async Task A_webhook_leads_to_this_computer_only()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/pools", new { name = "shop", random = "HOTP" });
        string lease = (await page.DoAsync("/leases", new { pool = "shop" })).GetProperty("id").GetString()!;
        foreach (string address in new[] { "http://example.com/code", "http://localhost/code", "https://127.0.0.1/code", "http://192.168.1.10/code", "nonsense" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await page.PostAsync($"/leases/{lease}/code", new { webhook = address })).StatusCode);
        }

        Assert.Equal(0, (await page.DoAsync($"/leases/{lease}/code")).GetProperty("movingFactor").GetInt32());
    }

    [Fact]
    public async Task A_snapshot_put_back_brings_the_next_code_again()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/tokens", new { name = "alice", otpauth = RunningPage.RfcUri });
        JsonElement snapshot = await page.DoAsync("/tokens/4/snapshot");
        Assert.Equal("755224", (await page.DoAsync("/tokens/4/press")).GetProperty("code").GetString());
        JsonElement item = await page.DoAsync("/tokens/4/restore", snapshot);
        Assert.Equal("alice", item.GetProperty("name").GetString());
        await page.PauseAsync(4);
        await page.JumpAsync(4, 60);
        Assert.Equal("755224", await page.PressAsync(4));
    }

    [Fact]
    public async Task The_traffic_of_the_serial_line_is_shown_without_keys()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri });
        string lines = await page.Http.GetStringAsync("/sim/v1/tokens/3/serial", Cancel);
        Assert.Contains("BEGIN", lines);
        Assert.Contains("\"from\":\"token\"", lines);
        Assert.Contains("(key left out)", lines);
        Assert.DoesNotContain(Convert.ToHexString("12345678"u8), lines, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_clock_set_back_starts_the_pages_tokens_again_at_its_time()
    {
        // True time stands: a token keeps the moment by which it was behind true time when it was made.
        var time = new WatchedTime();
        time.SetUtcNow(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using RunningPage page = await RunningPage.StartAsync(trueTime: time);
        await SetClockAsync(new { mode = "virtual", now = "2030-01-01T00:00:00Z" });
        await page.DoAsync("/clock/move", new { seconds = 3600 });
        Assert.Equal(DateTimeOffset.Parse("2030-01-01T01:00:00Z", null).ToUnixTimeMilliseconds(), (await page.StateAsync(1)).GetProperty("now").GetInt64());
        await SetClockAsync(new { mode = "virtual", now = "2029-01-01T00:00:00Z" });
        Assert.Equal(DateTimeOffset.Parse("2029-01-01T00:00:00Z", null).ToUnixTimeMilliseconds(), (await page.StateAsync(1)).GetProperty("now").GetInt64());

        async Task SetClockAsync(object body) => Assert.Equal(HttpStatusCode.OK, (await page.Http.PutAsJsonAsync("/sim/v1/clock", body, Cancel)).StatusCode);
    }
}
