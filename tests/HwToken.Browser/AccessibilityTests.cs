using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>Names, contrast, focus: what can be checked by machine.</summary>
public class AccessibilityTests(Chromium chromium)
{
    /// <summary>WCAG 2.2, 1.4.3: 4.5:1 for text. Grounds that are gradients count with their worst colour.</summary>
    private const string PoorContrast = """
        () => {
          const parse = (c) => { const n = c.match(/[\d.]+/g).map(Number); return { r: n[0], g: n[1], b: n[2], a: n[3] ?? 1 }; };
          const light = ({ r, g, b }) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const grounds = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const style = getComputedStyle(e);
              const gradient = style.backgroundImage.match(/rgba?\([^)]*\)/g);
              if (gradient) { return gradient.map(parse); }
              const colour = parse(style.backgroundColor);
              if (colour.a === 1) { return [colour]; }
            }
            return [{ r: 255, g: 255, b: 255 }];
          };
          const poor = [];
          for (const element of document.querySelectorAll("body *")) {
            const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) || element.matches("input:not([type=checkbox]), textarea");
            if (!own || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, noscript, [inert], :disabled")) { continue; }
            const colour = parse(getComputedStyle(element).color);
            const worst = Math.min(...grounds(element).map((ground) => ratio(colour, ground)));
            if (worst < 4.5) { poor.push(`${element.tagName}#${element.id}.${element.className} "${element.textContent.trim().slice(0, 30)}" ${worst.toFixed(2)}`); }
          }
          return poor;
        }
        """;

    private const string Nameless = """
        () => [...document.querySelectorAll("button, input, textarea, select, canvas:not([aria-hidden]), [role=group], section, nav, [role=region]")]
          .filter((e) => {
            const labelled = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("");
            const name = e.getAttribute("aria-label") || labelled || [...(e.labels ?? [])].map((l) => l.textContent).join("") || (e.matches("button") ? e.textContent : "");
            return !name.trim();
          })
          .map((e) => e.outerHTML.slice(0, 80))
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "en-US")]
    [InlineData(ColorScheme.Dark, "ja-JP")]
    public async Task Every_text_stands_out_from_its_ground(ColorScheme scheme, string locale)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = locale, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await open.Id("button").ClickAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret")).ToBeVisibleAsync();
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(PoorContrast));

        await open.Id("flip").ClickAsync();
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("problem")).ToBeVisibleAsync();
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(PoorContrast));
        open.ForgiveStatus(400);
    }

    [Fact]
    public async Task The_contrast_check_sees_a_poor_colour()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Id("clock").EvaluateAsync("e => { e.style.color = 'rgb(150, 150, 150)'; }");
        Assert.Single(await open.Page.EvaluateAsync<string[]>(PoorContrast));
    }

    [Fact]
    public async Task Every_control_and_every_part_has_a_name()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(Nameless));
        await open.Id("copy").EvaluateAsync("e => e.replaceChildren()");
        Assert.Single(await open.Page.EvaluateAsync<string[]>(Nameless));
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
        Assert.Equal(["skip", "toPortal", "toDesk", "en", "ja", "theme", "1", "2", "3", "new-token", "button", "flip", "0", "1", "60", "30", "3600", "86400", "jump-to"], stops.Take(19));
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
