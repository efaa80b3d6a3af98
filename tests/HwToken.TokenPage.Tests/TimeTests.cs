using System.Net.ServerSentEvents;
using System.Text.Json;

namespace HwToken.TokenPage.Tests;

public class TimeTests
{
    private const int TwoSeconds = 2000;

    /// <summary>How far a token may lag on a machine that has no time for it; it never runs ahead.</summary>
    private const int Lag = 60_000;

    [Fact]
    public async Task A_token_follows_true_time_by_default_also_after_it_was_provisioned()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/tokens/3/provision", new { random = "TOTP" });
        foreach (int token in new[] { 1, 2, 3 })
        {
            // Provisioning runs the token ahead; it waits for the wall clock and the page is told.
            JsonElement state = default;
            await foreach (SseItem<string> item in EventReader.ReadAsync(page, token))
            {
                state = JsonSerializer.Deserialize<JsonElement>(item.Data);
                if (item.EventType == "state" && state.GetProperty("pace").GetDouble() == 1)
                {
                    break;
                }
            }

            Assert.InRange(state.GetProperty("ahead").GetInt64(), -Lag, TwoSeconds);
            Assert.InRange(state.GetProperty("rtc").GetProperty("time").GetInt64() - state.GetProperty("now").GetInt64(), -2 * TwoSeconds, TwoSeconds);
        }
    }

    [Fact]
    public async Task Paused_time_stands_still_and_jumps_move_it_to_the_millisecond()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        long before = (await page.StateAsync(1)).GetProperty("now").GetInt64();
        await page.JumpAsync(1, 86400);
        Assert.Equal(before + 86_400_000, (await page.StateAsync(1)).GetProperty("now").GetInt64());
        await page.DoAsync("/tokens/1/jump", new { to = "2031-01-02T03:04:05+09:00" });
        JsonElement state = await page.StateAsync(1);
        Assert.Equal(new DateTimeOffset(2031, 1, 1, 18, 4, 5, TimeSpan.Zero), DateTimeOffset.FromUnixTimeMilliseconds(state.GetProperty("now").GetInt64()));
        Assert.Equal(0, state.GetProperty("pace").GetDouble());
    }

    [Fact]
    public async Task Back_to_true_time_from_ahead_starts_the_board_again_with_the_same_flash()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(3);
        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri });
        Assert.Equal("755224", await page.PressAsync(3));
        await page.JumpAsync(3, 10 * 86400);
        await page.DoAsync("/tokens/3/follow");
        JsonElement state = await page.StateAsync(3);
        Assert.InRange(state.GetProperty("ahead").GetInt64(), -Lag, TwoSeconds);
        Assert.Equal(1, state.GetProperty("speed").GetDouble());

        await page.PauseAsync(3);
        await page.JumpAsync(3, 60);
        Assert.Equal("287082", await page.PressAsync(3));
    }

    [Fact]
    public async Task Back_to_true_time_from_behind_is_a_jump()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        string? code = await page.PressAsync(1);
        await page.DoAsync("/tokens/1/follow");
        Assert.Equal(1, (await page.StateAsync(1)).GetProperty("speed").GetDouble());
        Assert.NotNull(code);
    }

    [Fact]
    public async Task A_finger_on_the_button_slows_time_down_to_the_persons()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.DoAsync("/tokens/1/speed", new { speed = 60 });
        Assert.Equal(60, (await page.StateAsync(1)).GetProperty("pace").GetDouble());
        await page.DoAsync("/tokens/1/button", new { down = true });
        JsonElement state = await page.StateAsync(1);
        Assert.Equal(1, state.GetProperty("pace").GetDouble());
        Assert.Equal(60, state.GetProperty("speed").GetDouble());
        await page.DoAsync("/tokens/1/button", new { down = false });
        Assert.Equal(60, (await page.StateAsync(1)).GetProperty("pace").GetDouble());
    }
}
