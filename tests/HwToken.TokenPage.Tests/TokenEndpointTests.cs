using System.Text.Json;
using HwToken.Simulator.Screens;

namespace HwToken.TokenPage.Tests;

/// <summary>A token through the page's endpoints. Its clock stands still; jumps move it.</summary>
public class TokenEndpointTests
{
    [Fact]
    public async Task A_new_rack_holds_a_HOTP_a_TOTP_and_a_blank_token()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        string[] types = [.. JsonSerializer.Deserialize<JsonElement>(await page.Http.GetStringAsync("/sim/v1/tokens", TestContext.Current.CancellationToken)).EnumerateArray().Select(t => t.GetProperty("type").ToString())];
        Assert.Equal(["HOTP", "TOTP", ""], types);
        Assert.Equal("asleep", await page.ActivityAsync(1));
        Assert.Equal("asleep", await page.ActivityAsync(2));
    }

    [Fact]
    public async Task A_token_goes_from_blank_over_hold_off_to_sleep_and_through_a_power_cut()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(3);
        await page.JumpAsync(3, 5);
        Assert.Equal("line", await page.ActivityAsync(3));

        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri, credentialId = "dpht 0000 0001" });
        Assert.Equal("DPHT00000001", (await page.StateAsync(3)).GetProperty("credentialId").GetString());

        Assert.Equal("755224", await page.PressAsync(3));
        Assert.Equal("holdOff", await page.ActivityAsync(3));
        Assert.Equal("755224", await page.PressAsync(3));

        await page.JumpAsync(3, 30);
        Assert.Equal("asleep", await page.ActivityAsync(3));
        Assert.Null(await page.CodeAsync(3));

        await page.DoAsync("/tokens/3/power", new { on = false });
        Assert.Equal("off", await page.ActivityAsync(3));
        await page.DoAsync("/tokens/3/power", new { on = true });
        Assert.Equal("booting", await page.ActivityAsync(3));
        await page.JumpAsync(3, 10);
        Assert.Equal("asleep", await page.ActivityAsync(3));
        Assert.Equal("287082", await page.PressAsync(3));
    }

    [Fact]
    public async Task A_press_is_seen_even_when_its_two_requests_come_at_the_same_moment()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(3);
        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri });
        Assert.Equal("755224", await page.PressAsync(3));
    }

    [Fact]
    public async Task A_finger_that_is_never_lifted_lets_go_by_itself()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.DoAsync("/tokens/1/button", new { down = true });
        await page.JumpAsync(1, 11);
        Assert.Equal("pressed", await page.ActivityAsync(1));
        await page.JumpAsync(1, 25);
        Assert.Equal("line", await page.ActivityAsync(1));
    }

    [Fact]
    public async Task The_pixels_of_the_state_hold_what_its_screen_says()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        string? code = await page.PressAsync(1);
        byte[] pixels = (await page.StateAsync(1)).GetProperty("pixels").GetBytesFromBase64();
        ScreenReading read = ScreenDecoder.Read(new PanelPicture((x, y) => ((pixels[x + (128 * (y / 8))] >> (y % 8)) & 1) != 0));
        Assert.Equal(code, read.Code);
        Assert.NotNull(code);
    }

    [Fact]
    public async Task The_secret_can_be_put_into_another_token_and_brings_the_same_next_code()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.PauseAsync(3);
        await page.PressAsync(1);
        JsonElement secret = await page.DoAsync("/tokens/1/secret");
        await page.DoAsync("/tokens/3/provision", new { otpauth = secret.GetProperty("otpauth").GetString() });
        await page.JumpAsync(1, 31);
        Assert.Equal(await page.PressAsync(1), await page.PressAsync(3));
        Assert.Equal(40, secret.GetProperty("hex").GetString()!.Length);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("torn")]
    [InlineData("after")]
    public async Task A_planned_power_cut_strikes_at_the_next_flash_operation_and_no_code_comes_twice(string mode)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(3);
        await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri });
        Assert.Equal("755224", await page.PressAsync(3));
        await page.JumpAsync(3, 60);
        await page.DoAsync("/tokens/3/cut", new { mode });
        Assert.Equal(mode, (await page.StateAsync(3)).GetProperty("faults").GetProperty("cut").GetString());
        Assert.Null(await page.PressAsync(3));
        Assert.Equal("off", await page.ActivityAsync(3));
        Assert.Equal(JsonValueKind.Null, (await page.StateAsync(3)).GetProperty("faults").GetProperty("cut").ValueKind);

        await page.DoAsync("/tokens/3/power", new { on = true });
        await page.JumpAsync(3, 20);
        Assert.DoesNotContain(await page.PressAsync(3), new[] { null, "755224" });
    }

    [Theory]
    [InlineData("rtcStopped", 4)]
    [InlineData("writesFail", 2)]
    public async Task A_fault_shows_its_error_instead_of_a_code(string fault, int error)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(2);
        await page.DoAsync("/tokens/2/fault", new { name = fault, on = true });
        Assert.Null(await page.PressAsync(2));
        Assert.Equal(error, (await page.StateAsync(2)).GetProperty("screen").GetProperty("error").GetInt32());

        await page.DoAsync("/tokens/2/fault", new { name = fault, on = false });
        await page.DoAsync("/tokens/2/rtc-set");
        await page.JumpAsync(2, 60);
        Assert.NotNull(await page.PressAsync(2));
    }

    [Fact]
    public async Task A_clock_chip_behind_the_provisioning_date_is_found_out()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(2);
        await page.DoAsync("/tokens/2/rtc-jump", new { seconds = -86400 });
        Assert.Null(await page.PressAsync(2));
        Assert.Equal(5, (await page.StateAsync(2)).GetProperty("screen").GetProperty("error").GetInt32());
    }

    [Fact]
    public async Task An_empty_clock_battery_loses_the_time_with_the_power()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(2);
        await page.DoAsync("/tokens/2/fault", new { name = "batteryLost", on = true });
        Assert.NotNull(await page.PressAsync(2));
        await page.DoAsync("/tokens/2/power", new { on = false });
        await page.DoAsync("/tokens/2/power", new { on = true });
        await page.JumpAsync(2, 60);
        Assert.Null(await page.PressAsync(2));
        Assert.Equal(4, (await page.StateAsync(2)).GetProperty("screen").GetProperty("error").GetInt32());
    }

    [Fact]
    public async Task A_button_stuck_down_keeps_the_token_awake_and_the_panel_without_wires_dark()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.DoAsync("/tokens/1/fault", new { name = "buttonStuck", on = true });
        await page.JumpAsync(1, 5);
        Assert.Equal("pressed", await page.ActivityAsync(1));
        await page.DoAsync("/tokens/1/fault", new { name = "buttonStuck", on = false });
        await page.JumpAsync(1, 60);
        await page.DoAsync("/tokens/1/fault", new { name = "panelMissing", on = true });
        Assert.Null(await page.PressAsync(1));
        Assert.Equal("dark", (await page.StateAsync(1)).GetProperty("screen").GetProperty("content").GetString());
    }

    [Fact]
    public async Task Erasing_leaves_a_blank_token_that_takes_a_credential()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        await page.PauseAsync(1);
        await page.DoAsync("/tokens/1/blank");
        Assert.Equal(JsonValueKind.Null, (await page.StateAsync(1)).GetProperty("credentialId").ValueKind);
        await page.DoAsync("/tokens/1/provision", new { random = "TOTP" });
        Assert.NotNull(await page.PressAsync(1));
    }
}
