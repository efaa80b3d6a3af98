using System.Text.RegularExpressions;
using HwToken.Simulator.Screens;
using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>The finger on the button, by mouse, touch and keys, and what the canvas shows for it.</summary>
[Collection(PacedByTheWallClock.Name)]
public class PressTests(Chromium chromium)
{
    [Fact]
    public async Task A_press_shows_the_code_of_the_HOTP_vector_as_pixels_on_the_canvas()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.PressAsync();
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
        await Assertions.Expect(open.Id("readout")).ToHaveTextAsync("755 224");
        await Assertions.Expect(open.Id("live")).ToHaveTextAsync("Security code: 7 5 5 2 2 4");
        await Assertions.Expect(open.Id("oled")).ToHaveAttributeAsync("aria-label", "Token display: Security code 755 224");
    }

    [Fact]
    public async Task A_second_press_inside_the_hold_off_keeps_the_code_and_one_after_it_brings_the_next()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.PressAsync();
        await open.ReadCodeAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.PressAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Woken by the button");

        // The first press met the open line: the wake is the second one's, and so is the hold-off after it.
        await Assertions.Expect(open.Id("fact-wakes")).ToHaveTextAsync("1");
        await open.ExpectActivityAsync("holdOff");
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);

        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        Assert.Equal(ScreenContent.Dark, (await open.ReadCanvasAsync(reading => reading.Content == ScreenContent.Dark)).Content);
        await open.PressAsync();
        Assert.Equal("287082", (await open.ReadCodeAsync()).Code);
    }

    [Fact]
    public async Task The_hold_off_counts_down_and_the_display_goes_dark_at_its_end()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.PressAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.GoOnAsync();
        int before = await SecondsLeftAsync(open, _ => true);
        int after = await SecondsLeftAsync(open, left => left < before);
        Assert.InRange(before, 1, 30);
        Assert.InRange(after, 0, before - 1);
        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        await Assertions.Expect(open.Id("live")).ToHaveTextAsync("The display is dark.");
    }

    [Fact]
    public async Task At_times_sixty_a_hold_off_passes_in_half_a_second_and_a_click_is_still_a_click()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("speed", 60).ClickAsync();
        await Assertions.Expect(open.Control("speed", 60)).ToHaveAttributeAsync("aria-pressed", "true");
        await open.Id("button").ClickAsync(new LocatorClickOptions { Delay = 200 });
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Display: code");
        await open.ExpectActivityAsync("asleep");
        Assert.DoesNotContain("CREDENTIAL ID", await open.Page.Locator("#log").InnerTextAsync());
    }

    [Fact]
    public async Task Holding_the_button_shows_the_information_screen_with_the_finger_still_on_it()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.StopTimeAsync();
        await open.Id("button").HoverAsync();
        await open.DownAsync(() => open.Page.Mouse.DownAsync());
        await open.PassAsync(3);
        ScreenReading information = await open.ReadCanvasAsync(reading => reading.Lines.Contains("CREDENTIAL ID"));
        string label = await open.Page.Locator("#rack [aria-pressed=true] .rack-id").InnerTextAsync();
        Assert.Contains(label, information.Lines);
        await open.ExpectActivityAsync("pressed");
        await open.UpAsync(() => open.Page.Mouse.UpAsync());
        await open.PassAsync(1);
        await open.ExpectActivityAsync("showing");
    }

    [Theory]
    [InlineData("Space")]
    [InlineData("Enter")]
    public async Task The_keyboard_presses_and_holds_the_button(string key)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.Id("button").FocusAsync();
        await open.PressAsync(() => open.Page.Keyboard.PressAsync(key));
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);

        await open.ExpectActivityAsync("holdOff");
        await open.DownAsync(() => open.Page.Keyboard.DownAsync(key));
        await open.PassAsync(3);
        await open.ReadCanvasAsync(reading => reading.Lines.Contains("CREDENTIAL ID"));
        await open.UpAsync(() => open.Page.Keyboard.UpAsync(key));
        await open.PassAsync(1);
        await open.ExpectActivityAsync("showing");
    }

    [Fact]
    public async Task A_screen_reader_that_only_clicks_presses_the_button()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.PressAsync(() => open.Id("button").EvaluateAsync("button => button.click()"));
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
    }

    [Fact]
    public async Task A_touch_that_is_taken_away_lets_the_button_go()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.StopTimeAsync();
        await open.DownAsync(() => open.Id("button").DispatchEventAsync("pointerdown", new { pointerId = 1, button = 0, bubbles = true }));
        await open.PassAsync(1);
        await open.ExpectActivityAsync("pressed");
        await open.UpAsync(() => open.Id("button").DispatchEventAsync("pointercancel", new { pointerId = 1, bubbles = true }));
        await open.PassAsync(1);
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Button up");
    }

    [Fact]
    public async Task A_TOTP_token_shows_the_code_of_its_secret_at_the_pages_own_time()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync("otpauth://totp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8");
        await open.PressAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.Page.Locator("#jump-to").FillAsync("2033-05-18T03:33");
        await open.Page.Locator("#jump-form button").ClickAsync();
        await Assertions.Expect(open.Id("clock")).ToHaveTextAsync("2033-05-18 03:33:00");

        // RFC 6238 appendix B: 69279037 at 2000000000 s, 2033-05-18 03:33:20, in the step that began at 03:33:00.
        await open.ExpectActivityAsync("asleep");

        // The factory sets the clock chip in whole seconds, so it may be a second or two behind: still in the step before.
        await open.Id("rtc-set").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Clock chip set to true time");
        await open.PressAsync();
        Assert.Equal("69279037", (await open.ReadCodeAsync()).Code);
    }

    /// <summary>What the page counts down, as soon as it is the wanted; a busy machine may miss a second.</summary>
    private static async Task<int> SecondsLeftAsync(OpenPage open, Func<int, bool> wanted)
    {
        while (true)
        {
            string text = await open.Id("activity-text").InnerTextAsync();
            Match left = Regex.Match(text, "^Hold-off: ([0-9]+) s left$");
            Assert.True(left.Success, text);
            if (wanted(int.Parse(left.Groups[1].Value)))
            {
                return int.Parse(left.Groups[1].Value);
            }

            // No clock: the browser's next frame.
            await open.Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }
    }
}
