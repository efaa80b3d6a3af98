using HwToken.Browser.Portal.Access;
using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>The token page: axe in the states that people meet, and the way of the Tab key.</summary>
public class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, "en-US")]
    [InlineData(ColorScheme.Dark, "ja-JP")]
    public async Task The_token_page_passes_axe_in_its_states_and_themes(ColorScheme scheme, string locale)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = locale, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await open.PressAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.GoOnAsync();
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FaultsAsync(open.Page));

        await open.Id("flip").ClickAsync();
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("problem")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FaultsAsync(open.Page));
        open.Faults.ForgiveStatus(400);
    }

    [Fact]
    public async Task The_tab_key_goes_through_the_token_page_in_reading_order_and_every_stop_is_seen()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        Assert.Empty(await TabWalk.FaultsAsync(open.Page));
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_token()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(open.Id("button")).ToBeFocusedAsync();
    }
}
