using System.Net.ServerSentEvents;
using System.Text.Json;

namespace HwToken.TokenPage.Tests;

public class EventTests
{
    [Fact]
    public async Task A_change_is_pushed_and_while_nothing_changes_nothing_is_sent()
    {
        // The true time stands, too: every 15 s of it the page is told the token's time anew.
        await using RunningPage page = await RunningPage.StartAsync(trueTime: new StandingTime(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        await page.PauseAsync(1);
        var kinds = new List<string>();
        await foreach (SseItem<string> item in EventReader.ReadAsync(page, 1))
        {
            kinds.Add(item.EventType);
            if (kinds is ["rack", "log", "state"])
            {
                await page.DoAsync("/tokens/1/power", new { on = false });
            }
            else if (kinds.Count > 3 && item.EventType == "state")
            {
                Assert.Equal("off", JsonSerializer.Deserialize<JsonElement>(item.Data).GetProperty("activity").GetString());
                break;
            }
        }

        Assert.Equal(["rack", "log", "state", "log", "state"], kinds);
    }

    [Fact]
    public async Task The_log_tells_wakes_screens_and_flash_operations_in_order()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.PressAsync(1);
        await page.JumpAsync(1, 60);
        JsonElement log = JsonSerializer.Deserialize<JsonElement>(await EventReader.FirstAsync(page, 1, "log"));
        string[] what = [.. log.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("what").GetString()!).Where(w => w is not ("jump" or "paused"))];
        Assert.Equal(["down", "wokeButton", "up", "flash", "sleepTimer", "code", "wokeTimer", "sleep", "dark"], what);
    }

    [Fact]
    public async Task A_token_that_is_not_there_has_no_stream()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        Assert.Equal(404, (int)(await page.Http.GetAsync("/sim/v1/events?token=77", TestContext.Current.CancellationToken)).StatusCode);
    }
}
