using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>Every page for everybody: axe in both themes, the Tab key alone, wide and narrow windows; a sheet of all for people to look at.</summary>
public class EveryPageTests(Chromium chromium)
{
    /// <summary>Height of the window.</summary>
    public const int Height = 800;

    private const int Wide = 1280;
    private const int Narrow = 360;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_page_passes_axe_and_the_Tab_key_and_fits_its_window_in_light_and_dark(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language, hasTray: true);
        using var sheet = new ContactSheet(language);
        List<string> faults = [];
        await window.Page.SetViewportSizeAsync(Wide, Height);
        await Gallery.WalkAsync(window, async name =>
        {
            IPage page = window.Page;
            void Add(string where, string[] found) => faults.AddRange(found.Select(fault => $"{name} {where}: {fault}"));
            sheet.Begin(name);
            Add("weight", await Weight.FaultsAsync(page));
            Add("wide", await Fit.FaultsAsync(page));
            Add("light", await Axe.FaultsAsync(page));
            Add("keyboard", await TabWalk.FaultsAsync(page));

            // A width at a time, and at each first the theme that the window has: fewest turns.
            ColorScheme theme = ColorScheme.Light;
            foreach (IGrouping<int, (ColorScheme Theme, int Width)> width in ContactSheet.Columns.GroupBy(column => column.Width))
            {
                await page.SetViewportSizeAsync(width.Key, Height);
                if (width.Key == Narrow)
                {
                    Add("narrow", await Fit.FaultsAsync(page));
                    await window.PictureAsync(name + "-narrow");
                }

                ColorScheme first = theme;
                foreach ((ColorScheme Theme, int Width) column in width.OrderBy(column => column.Theme != first))
                {
                    if (theme != column.Theme && await TurnAsync(page, theme = column.Theme) && column == (ColorScheme.Dark, Wide))
                    {
                        Add("dark", await Axe.ColourFaultsAsync(page));
                    }

                    await sheet.TakeAsync(page, column);
                }
            }

            await TurnAsync(page, ColorScheme.Light);
            await page.SetViewportSizeAsync(Wide, Height);
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        sheet.Write();
    }

    [Fact]
    public async Task The_checks_see_planted_faults()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en", hasTray: true);
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
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
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
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.Page.CloseAsync();
        await using IBrowserContext plain = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = language });
        IPage page = await plain.NewPageAsync();
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

    /// <returns>False when the page looks the same as before: it has one theme.</returns>
    private static async Task<bool> TurnAsync(IPage page, ColorScheme theme)
    {
        const string Colours = "() => [...document.querySelectorAll('body, main, h1, input, button')].map((e) => getComputedStyle(e).color + getComputedStyle(e).backgroundColor).join()";
        string before = await page.EvaluateAsync<string>(Colours);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        return before != await page.EvaluateAsync<string>(Colours);
    }
}
