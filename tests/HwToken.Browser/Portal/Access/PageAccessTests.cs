using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>That the checks of every page see anything at all, and the ways round the menu and the scripts.</summary>
public class PageAccessTests(Chromium chromium, SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task The_checks_see_planted_faults()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en", hasTray: true);
        await window.GoAsync("/test");
        IPage page = window.Page;
        Assert.Empty(await Axe.FaultsAsync(page));
        Assert.Empty(await Fit.FaultsAsync(page));
        Assert.Empty(await TabWalk.FaultsAsync(page));
        await page.EvaluateAsync("""
            () => {
              document.querySelector("label[for=id]").remove();
              document.documentElement.lang = "";
              const h = document.querySelector("h1");
              h.style.setProperty("color", "#999");
              h.style.setProperty("width", "3000px");
              h.after(h.cloneNode(true));
              document.querySelector("nav a").tabIndex = 5;
              document.querySelector("nav ul").style.setProperty("flex-direction", "row-reverse");
              document.querySelector("main form").style.setProperty("display", "grid");
              document.querySelector("main form .field").style.setProperty("order", "9");
              document.querySelector(".skip").className = "";
              document.querySelector("#code").style.setProperty("outline", "none", "important");
            }
            """);
        string[] axe = await Axe.FaultsAsync(page);
        Assert.Contains(axe, fault => fault.StartsWith("axe label:", StringComparison.Ordinal));
        Assert.Contains(axe, fault => fault.StartsWith("axe html-has-lang:", StringComparison.Ordinal));
        Assert.Contains(await Axe.ColourFaultsAsync(page), fault => fault.StartsWith("axe color-contrast:", StringComparison.Ordinal));
        string[] fit = await Fit.FaultsAsync(page);
        Assert.Contains("not one h1", fit);
        Assert.Contains(fit, fault => fault.StartsWith("scrolls sideways", StringComparison.Ordinal));
        string[] walk = await TabWalk.FaultsAsync(page);
        Assert.Contains(walk, fault => fault.StartsWith("positive tabindex", StringComparison.Ordinal));
        Assert.Contains(walk, fault => fault.StartsWith("never reached", StringComparison.Ordinal));
        Assert.Contains(walk, fault => fault.StartsWith("goes left", StringComparison.Ordinal));
        Assert.Contains(walk, fault => fault.StartsWith("goes up", StringComparison.Ordinal));
        Assert.Contains("the first stop is no skip link", walk);
        Assert.Contains(walk, fault => fault.StartsWith("focus not seen: input#code", StringComparison.Ordinal));

        await window.GoAsync("/test");
        await page.EvaluateAsync("() => document.querySelector('#id').addEventListener('keydown', (e) => { if (e.key === 'Tab') { e.preventDefault(); } })");
        Assert.StartsWith("a trap", Assert.Single(await TabWalk.FaultsAsync(page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/portal")]
    [InlineData("/bank/sign-in")]
    [InlineData("/desk/sign-in")]
    public async Task The_skip_link_leads_past_the_menu(string path)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en");
        await window.GoAsync(path);
        ILocator skip = window.Page.Locator("a[href='#main']");
        await skip.FocusAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Without_scripts_the_tray_beside_the_page_and_the_sign_in_work(string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language, hasTray: true, hasScripts: false);
        IPage page = window.Page;
        window.Tokens.Pass(TimeSpan.FromMinutes(1));
        await page.GotoAsync(new Uri(window.Url, "/desk/sign-in").AbsoluteUri);
        IFrameLocator tray = page.FrameLocator("iframe");
        ILocator token = tray.Locator($"[data-credential='{window.World.OperatorTokenId}']");
        await token.Locator("[data-press]").ClickAsync();
        ILocator display = token.Locator("[data-code]");
        await Assertions.Expect(display).ToHaveAttributeAsync("data-code", new System.Text.RegularExpressions.Regex("^[0-9]{6}$"));
        string code = (await display.GetAttributeAsync("data-code"))!;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.PathOf($"portal-{language}-without-scripts"), FullPage = true });
        await page.Locator("[name=name]").FillAsync(window.World.Operator.Id);
        await page.Locator("[name=password]").FillAsync(window.World.Operator.Password);
        await page.Locator("[name=code]").FillAsync(code[..3] + " " + code[3..]);
        await page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(window.Url, "/desk").AbsoluteUri);
    }
}
