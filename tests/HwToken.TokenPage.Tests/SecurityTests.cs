using System.Net;
using System.Net.Http.Json;

namespace HwToken.TokenPage.Tests;

/// <summary>The page answers to this computer and to its own scripts, and to nobody else.</summary>
public class SecurityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example", true)]
    [InlineData("127.0.0.1.evil.example", true)]
    [InlineData("localhost.evil.example", true)]
    [InlineData("192.168.1.10", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("2130706433", true)]
    [InlineData("127.0.0.1", false)]
    public async Task A_foreign_host_header_is_refused_for_page_and_state(string host, bool withPort)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        foreach (string path in new[] { "/", "/js/main.js", "/sim/v1/tokens" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = withPort ? $"{host}:{page.Url.Port}" : host;
            HttpResponseMessage answer = await page.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
            Assert.DoesNotContain("DPHT", await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task The_names_of_this_computer_are_welcome(string host)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"{host}:{page.Url.Port}";
        Assert.Equal(HttpStatusCode.OK, (await page.Http.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_post_from_another_site_is_refused_and_changes_nothing(string header, string value)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        foreach (string path in new[] { "/sim/v1/tokens/1/reset", "/sim/v1/tokens/1/blank", "/sim/v1/tokens/1/secret", "/sim/v1/tokens/1/power", "/sim/v1/pools", "/sim/v1/leases", "/sim/v1/clock/move" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { on = false }) };
            request.Headers.Add(header, value);
            HttpResponseMessage answer = await page.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("foreignOrigin", await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal("asleep", await page.ActivityAsync(1));
    }

    [Fact]
    public async Task The_pages_own_origin_may_post()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sim/v1/tokens/1/power") { Content = JsonContent.Create(new { on = false }) };
        request.Headers.Add("Origin", page.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, (await page.Http.SendAsync(request, Cancel)).StatusCode);
        Assert.Equal("off", await page.ActivityAsync(1));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/look/look.css")]
    [InlineData("/sim/v1/tokens")]
    [InlineData("/js/nowhere.js")]
    public async Task Every_answer_carries_the_strict_policy(string path)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        HttpResponseMessage answer = await page.Http.GetAsync(path, Cancel);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task No_file_outside_the_page_is_served()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        foreach (string path in new[] { "/../HwToken.TokenPage.dll", "/%2e%2e/HwToken.TokenPage.dll", "/..%2fHwToken.TokenPage.dll", "/js/%2e%2e/%2e%2e/HwToken.TokenPage.dll" })
        {
            HttpResponseMessage answer = await page.Http.GetAsync(new Uri(page.Url, path), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task State_and_log_hold_no_secret()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(3);
        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri });
        await page.PressAsync(3);
        string all = (await page.StateAsync(3)) + await EventReader.FirstAsync(page, 3, "log");
        Assert.Contains("755224", all);
        Assert.DoesNotContain("GEZDGNBV", all);
        Assert.DoesNotContain(Convert.ToHexString("12345678901234567890"u8), all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12345678901234567890", all);
    }
}
