using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HwToken.TokenPage.Tests;

/// <summary>What is off gets a problem text (RFC 9457) with a stable code, and changes nothing.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("/tokens/1/button", "{}", 400, "badRequest")]
    [InlineData("/tokens/1/button", "{\"down\":7}", 400, "badRequest")]
    [InlineData("/tokens/1/button", "nonsense", 400, "badRequest")]
    [InlineData("/tokens/1/button", "null", 400, "badRequest")]
    [InlineData("/tokens/1/button", "", 400, "badRequest")]
    [InlineData("/tokens/1/power", "{}", 400, "badRequest")]
    [InlineData("/tokens/1/fault", "{\"name\":\"fire\",\"on\":true}", 400, "badRequest")]
    [InlineData("/tokens/1/fault", "{\"name\":\"panelMissing\"}", 400, "badRequest")]
    [InlineData("/tokens/1/cut", "{\"mode\":\"sideways\"}", 400, "badRequest")]
    [InlineData("/tokens/1/cut", "{\"mode\":1}", 400, "badRequest")]
    [InlineData("/tokens/1/rtc-jump", "{}", 400, "badRequest")]
    [InlineData("/tokens/1/rtc-jump", "{\"seconds\":-2147483648}", 400, "badRequest")]
    [InlineData("/tokens/1/speed", "{\"speed\":3601}", 400, "badRequest")]
    [InlineData("/tokens/1/speed", "{}", 400, "badRequest")]
    [InlineData("/tokens/1/jump", "{}", 400, "badRequest")]
    [InlineData("/tokens/1/jump", "{\"seconds\":0}", 400, "badRequest")]
    [InlineData("/tokens/1/jump", "{\"seconds\":-5}", 400, "badRequest")]
    [InlineData("/tokens/1/jump", "{\"seconds\":5,\"to\":\"2100-01-01T00:00:00Z\"}", 400, "badRequest")]
    [InlineData("/tokens/1/jump", "{\"to\":\"2001-01-01T00:00:00Z\"}", 409, "backwards")]
    [InlineData("/tokens/1/jump", "{\"to\":\"2999-01-01T00:00:00Z\"}", 409, "tooFar")]
    [InlineData("/tokens/1/jump", "{\"to\":\"tomorrow\"}", 400, "badRequest")]
    [InlineData("/tokens/1/provision", "{\"random\":\"HOTP\"}", 409, "locked")]
    [InlineData("/tokens/3/provision", "{}", 400, "badRequest")]
    [InlineData("/tokens/3/provision", "{\"random\":\"ROTP\"}", 400, "badRequest")]
    [InlineData("/tokens/3/provision", "{\"otpauth\":\"https://example.org\"}", 400, "otpauth")]
    [InlineData("/tokens/3/provision", "{\"otpauth\":\"otpauth://totp/t?secret=1\"}", 400, "otpauth")]
    [InlineData("/tokens/3/provision", "{\"random\":\"HOTP\",\"credentialId\":\"12\"}", 400, "credentialId")]
    [InlineData("/tokens/3/secret", "{}", 409, "isBlank")]
    [InlineData("/tokens/99/button", "{\"down\":true}", 404, "noSuchToken")]
    [InlineData("/tokens/x/reset", "{}", 404, "noSuchToken")]
    public async Task A_request_that_is_off_is_refused_and_changes_nothing(string path, string body, int status, string code)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        foreach (int token in new[] { 1, 3 })
        {
            await page.PauseAsync(token);
            await page.JumpAsync(token, 5);
        }

        string[] before = [(await page.StateAsync(1)).ToString(), (await page.StateAsync(3)).ToString()];
        HttpResponseMessage answer = await page.PostTextAsync(path, body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);

        string[] after = [(await page.StateAsync(1)).ToString(), (await page.StateAsync(3)).ToString()];
        Assert.Equal(before.Select(WithoutTrueTime), after.Select(WithoutTrueTime));
    }

    [Fact]
    public async Task Without_power_nothing_is_provisioned_or_reset()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/tokens/3/power", new { on = false });
        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("/tokens/3/provision", new { random = "HOTP" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("/tokens/3/reset")).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await page.StateAsync(3)).GetProperty("credentialId").ValueKind);
    }

    [Fact]
    public async Task A_form_post_and_a_body_of_a_megabyte_are_refused()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await page.PostTextAsync("/tokens/1/button", "down=true", "application/x-www-form-urlencoded")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await page.PostTextAsync("/tokens/3/provision", $"{{\"otpauth\":\"{new string('a', 1 << 20)}\"}}")).StatusCode);
    }

    [Fact]
    public async Task The_rack_has_an_end_and_keeps_its_last_token()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        for (int token = 4; token <= 32; token++)
        {
            await page.DoAsync("/tokens");
        }

        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("/tokens")).StatusCode);
        for (int token = 2; token <= 32; token++)
        {
            await page.DeleteAsync($"/tokens/{token}");
        }

        Assert.Equal(HttpStatusCode.Conflict, (await page.Http.DeleteAsync("/sim/v1/tokens/1", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("asleep", await page.ActivityAsync(1));
    }

    /// <summary>True time goes on while virtual time stands.</summary>
    private static string WithoutTrueTime(string state) => System.Text.RegularExpressions.Regex.Replace(state, "\"ahead\":-?[0-9]+", "");
}
