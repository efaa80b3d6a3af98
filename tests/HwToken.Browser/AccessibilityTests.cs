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
        await open.Id("button").ClickAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FaultsAsync(open.Page));

        await open.Id("flip").ClickAsync();
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("problem")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FaultsAsync(open.Page));
        open.ForgiveStatus(400);
    }

    [Fact]
    public async Task The_tab_key_goes_through_the_page_in_reading_order_and_every_stop_is_seen()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        var stops = new List<string>();
        for (int i = 0; i < 60; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            string stop = await open.Page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement;
                  if (e === document.body) { return ""; }
                  const outline = getComputedStyle(e);
                  const seen = outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) >= 2 ? "" : " UNSEEN";
                  return (e.id || Object.values(e.dataset)[0] || e.className || e.textContent) + seen;
                }
                """);
            if (stop.Length == 0)
            {
                break;
            }

            // The parts of a date field are stops of their own inside one element.
            if (stops.Count == 0 || stops[^1] != stop)
            {
                stops.Add(stop);
            }
        }

        Assert.DoesNotContain(stops, stop => stop.EndsWith("UNSEEN", StringComparison.Ordinal));
        Assert.Equal(["skip", "en", "ja", "theme", "1", "2", "3", "new-token", "button", "flip", "0", "1", "60", "30", "3600", "86400", "jump-to"], stops.Take(17));
        Assert.Equal("log-frame", stops[^1]);
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
