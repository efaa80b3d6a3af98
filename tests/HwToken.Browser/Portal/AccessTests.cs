using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>Every page for everybody: labels, contrast, small windows, keyboard alone, no scripts.</summary>
public class AccessTests(Chromium chromium)
{
    private static readonly string[] Public = ["/portal", "/test", "/reset", "/help?code=49b5", "/desk/sign-in", "/bank", "/bank/sign-in", "/bank/why", "/bank/lost", "/nowhere"];
    private static readonly string[] Desk = ["/desk", "/desk/replace", "/desk/import", "/desk/audit", "/desk/customers"];

    [Theory]
    [InlineData("en", 1280)]
    [InlineData("ja", 1280)]
    [InlineData("en", 360)]
    [InlineData("ja", 360)]
    public async Task Every_page_has_labels_contrast_and_fits_its_window(string language, int width)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language, width, 800);
        await window.OpenDeskAsync();
        foreach (string path in (string[])[.. Public, .. Desk, "/desk/credential/" + window.World.TokenIds[1]])
        {
            await window.GoAsync(path);
            string[] faults = await PageCheck.FaultsAsync(window.Page);
            Assert.True(faults.Length == 0, $"{path}: {string.Join("; ", faults)}");
            await window.PictureAsync($"{width}{path.Split('?')[0].Replace('/', '-').Replace(window.World.TokenIds[1], "token")}");
        }
    }

    [Fact]
    public async Task The_check_sees_planted_faults()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.GoAsync("/test");
        Assert.Empty(await PageCheck.FaultsAsync(window.Page));
        await window.Page.EvaluateAsync("() => { document.querySelector('label').remove(); const h = document.querySelector('h1'); h.style.setProperty('color', '#999'); h.style.setProperty('width', '3000px'); }");
        string[] faults = await PageCheck.FaultsAsync(window.Page);
        Assert.Contains(faults, fault => fault.StartsWith("no label", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("scrolls sideways", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_and_the_software_keyboard_is_shuffled()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        var customer = window.World.Customers[0];
        await window.GoAsync("/bank/sign-in");
        IKeyboard keys = window.Page.Keyboard;
        await Assertions.Expect(window.Page.Locator("#user")).ToBeFocusedAsync();
        await keys.TypeAsync(customer.Id);
        await keys.PressAsync("Tab");
        await Assertions.Expect(window.Page.Locator("#password")).ToBeFocusedAsync();
        Assert.Equal("solid", await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        ILocator board = window.Page.Locator(".keyboard");
        await Assertions.Expect(board).ToBeVisibleAsync();
        string order = string.Concat(await board.Locator("button:not(.wide)").AllTextContentsAsync());
        Assert.Equal("0123456789abcdefghijklmnopqrstuvwxyz", string.Concat(order.Order()));
        Assert.NotEqual("0123456789abcdefghijklmnopqrstuvwxyz", order);
        await window.PictureAsync("keyboard");
        foreach (char wanted in customer.Password)
        {
            ILocator key = board.Locator("button:not(.wide)").GetByText(wanted.ToString(), new LocatorGetByTextOptions { Exact = true });
            await key.FocusAsync();
            await keys.PressAsync("Enter");
        }

        await Assertions.Expect(window.Page.Locator("#password")).ToHaveValueAsync(customer.Password);
        await board.GetByText("Confirm").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(board).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator("#password")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(window.Url, "/bank/password").AbsoluteUri);
    }

    [Fact]
    public async Task Without_scripts_the_tray_and_the_token_test_work()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "ja");
        await window.Page.CloseAsync();
        await using IBrowserContext plain = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "ja-JP" });
        IPage page = await plain.NewPageAsync();
        await page.GotoAsync(new Uri(window.Url, "/desk/sign-in").AbsoluteUri);
        IFrameLocator tray = page.FrameLocator("iframe");
        ILocator token = tray.Locator($"[data-credential='{window.World.OperatorTokenId}']");
        await token.Locator("button").ClickAsync();
        await Assertions.Expect(token.Locator(".glass")).ToHaveAttributeAsync("data-code", new System.Text.RegularExpressions.Regex("^[0-9]{6}$"));
        string code = (await token.Locator(".glass").GetAttributeAsync("data-code"))!;
        await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
        await page.Locator("#name").FillAsync(window.World.Operator.Id);
        await page.Locator("#password").FillAsync(window.World.Operator.Password);
        await page.Locator("#code").FillAsync(code[..3] + " " + code[3..]);
        await page.Locator("main button.primary").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(window.Url, "/desk").AbsoluteUri);
    }
}
