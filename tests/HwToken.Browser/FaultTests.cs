using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>Power, faults, and tokens that come and go.</summary>
public class FaultTests(Chromium chromium)
{
    [Fact]
    public async Task After_a_power_cut_and_return_the_next_press_brings_the_next_code()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.PressAsync();
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
        await open.ExpectActivityAsync("holdOff");

        await open.Id("power").ClickAsync();
        await open.ExpectActivityAsync("off");
        await Assertions.Expect(open.Id("power")).ToHaveTextAsync("Connect power");
        await Assertions.Expect(open.Id("readout")).ToHaveTextAsync("dark");

        await open.GoOnAsync();
        await open.Id("power").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Display: SELF-TEST");
        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        await open.PressAsync();
        Assert.Equal("287082", (await open.ReadCodeAsync()).Code);
    }

    [Fact]
    public async Task A_power_cut_inside_the_next_flash_operation_takes_the_power_before_a_code_is_seen()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.Control("cut", "torn").ClickAsync();
        await Assertions.Expect(open.Control("cut", "torn")).ToHaveAttributeAsync("aria-pressed", "true");
        await open.PressAsync();
        await open.ExpectActivityAsync("off");
        await Assertions.Expect(open.Control("cut", "torn")).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(open.Page.Locator("#log")).Not.ToContainTextAsync("Display: code");
    }

    [Fact]
    public async Task A_stopped_clock_chip_makes_the_TOTP_token_show_its_error_instead_of_a_code()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 2).ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("TOTP");
        await open.Control("fault", "rtcStopped").ClickAsync();
        await Assertions.Expect(open.Control("fault", "rtcStopped")).ToBeCheckedAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Fault: Clock chip stopped");
        await open.PressAsync();
        await open.ReadCanvasAsync(reading => reading.Error == 4);
        await Assertions.Expect(open.Id("live")).ToContainTextAsync("CLOCK STOPPED");
    }

    [Fact]
    public async Task With_the_panel_disconnected_nothing_is_to_be_seen_and_no_code_is_used_up()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("fault", "panelMissing").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Fault: Panel disconnected");
        await open.PressAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Deep sleep until the button");
        await Assertions.Expect(open.Page.Locator("#log")).Not.ToContainTextAsync("Flash operation");
        await Assertions.Expect(open.Id("readout")).ToHaveTextAsync("dark");
    }

    [Fact]
    public async Task A_wrong_URI_is_refused_in_words_that_hold_no_secret()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 3).ClickAsync();
        await open.Id("otpauth").FillAsync("otpauth://hotp/t?secret=GEZDGNBV&counter=none");
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("problem-text")).ToContainTextAsync("counter=");
        Assert.DoesNotContain("GEZDGNBV", await open.Id("problem-text").InnerTextAsync());
        open.Faults.ForgiveStatus(400);
    }

    [Fact]
    public async Task A_token_can_be_added_erased_on_the_second_press_and_removed()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Id("new-token").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#rack li")).ToHaveCountAsync(4);
        await open.Control("random", "TOTP").ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("TOTP");
        await open.Id("blank").ClickAsync();
        await Assertions.Expect(open.Id("blank")).ToHaveTextAsync("Really erase? Its secret is lost.");
        await open.Id("blank").ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("blank");
        await open.Id("remove").ClickAsync();
        await open.Id("remove").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#rack li")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_secret_is_shown_only_on_demand_and_goes_away_with_the_token()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        Assert.DoesNotContain("GEZDGNBV", await open.Page.ContentAsync());
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret-uri")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^otpauth://hotp/.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ.*counter=0$"));
        await open.Control("token", 1).ClickAsync();
        await Assertions.Expect(open.Id("secret-base32")).ToHaveValueAsync("");
    }
}
