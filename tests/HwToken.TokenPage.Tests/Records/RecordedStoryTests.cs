using System.Net;
using HwToken.Scenarios;
using HwToken.Scenarios.Playing;

namespace HwToken.TokenPage.Tests.Records;

/// <summary>What was done on the page comes back as a scenario that holds.</summary>
public sealed class RecordedStoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_to_a_token_replays_green_and_with_its_secret_shows_the_same_codes()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.JumpAsync(1, 60);
        string? first = await page.PressAsync(1);
        await page.JumpAsync(1, 40);
        await page.DoAsync("/tokens/1/fault", new { name = "writesFail", on = true });
        await page.DoAsync("/tokens/1/press");
        await page.DoAsync("/tokens/1/fault", new { name = "writesFail", on = false });
        await page.JumpAsync(1, 40);
        string second = (await page.DoAsync("/tokens/1/press")).GetProperty("code").GetString()!;
        await page.JumpAsync(1, 40);
        await page.DoAsync("/tokens/1/hold", new { seconds = 2.5 });
        await page.DoAsync("/tokens/1/power", new { on = false });
        await page.DoAsync("/tokens/1/power", new { on = true });
        await page.JumpAsync(1, 20);

        string story = await RecordAsync(page, new { });
        Assert.Contains("press: token", story, StringComparison.Ordinal);
        Assert.Contains("expect: { code: new }", story, StringComparison.Ordinal);
        Assert.Contains("expect: { error: E2 }", story, StringComparison.Ordinal);
        Assert.DoesNotContain("secret:", story, StringComparison.Ordinal);
        Assert.DoesNotContain("when it was recorded", story, StringComparison.Ordinal);
        await HoldsAsync(story);

        string withSecret = await RecordAsync(page, new { secret = true });
        Assert.Contains($"code: \"{first}\"", withSecret, StringComparison.Ordinal);
        Assert.Contains($"code: \"{second}\"", withSecret, StringComparison.Ordinal);
        await HoldsAsync(withSecret);
    }

    [Fact]
    public async Task A_token_with_a_clock_that_is_off_and_a_blank_one_are_recorded_too()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        foreach (int token in (int[])[2, 3])
        {
            await page.PauseAsync(token);
            await page.JumpAsync(token, 1200);
            await page.DoAsync($"/tokens/{token}/rtc-jump", new { seconds = -7200 });
            await page.DoAsync($"/tokens/{token}/press");
            await HoldsAsync(await RecordAsync(page, new { }, token));
        }
    }

    [Fact]
    public async Task Nothing_done_since_a_moment_is_told()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        HttpResponseMessage answer = await page.PostAsync("/tokens/1/record", new { });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await page.DoAsync("/tokens/1/press");
        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("/tokens/1/record", new { since = "2190-01-01T00:00:00Z" })).StatusCode);
        Assert.Contains("press: token", await RecordAsync(page, new { since = "2000-01-01T00:00:00Z" }), StringComparison.Ordinal);
    }

    private static async Task<string> RecordAsync(RunningPage page, object body, int token = 1)
    {
        HttpResponseMessage answer = await page.PostAsync($"/tokens/{token}/record", body);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private static async Task HoldsAsync(string story)
    {
        ScenarioOutcome outcome = await ScenarioRun.PlayAsync(ScenarioReader.Read("record.yaml", story), new PlaySettings(), Cancel);
        Assert.True(outcome.Problem is null, outcome.Problem?.Message + "\n" + story);
    }
}
