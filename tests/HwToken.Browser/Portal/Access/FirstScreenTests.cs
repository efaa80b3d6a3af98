using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>What people need first is in sight without scrolling: on a telephone of 360 px and on a laptop of 1366 × 768.</summary>
public class FirstScreenTests(Chromium chromium, SharedDemo demo) : IClassFixture<SharedDemo>
{
    private const int MostHeader = 96;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Header_and_menu_stay_under_96_px_on_every_place_at_360_px(string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language);
        await window.Page.SetViewportSizeAsync(360, 740);
        foreach (string path in (string[])["/portal", "/reset", "/bank", "/desk/sign-in", "/demo/guide", "/"])
        {
            await window.GoAsync(path);
            LocatorBoundingBoxResult box = (await window.Page.Locator("header.top").BoundingBoxAsync())!;
            Assert.True(box.Height < MostHeader, $"{path}: the header is {box.Height} px high");
        }

        // The page's own place in the menu is in sight, also where the strip has slid.
        await window.GoAsync("/desk/sign-in");
        await Assertions.Expect(window.Page.Locator(".menu [aria-current]")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 0.9f });
    }

    [Theory]
    [InlineData(360, 740, "ja")]
    [InlineData(1366, 768, "en")]
    public async Task The_tokens_buttons_and_the_next_code_are_in_sight_on_the_token_page(int width, int height, string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language);
        await window.Page.SetViewportSizeAsync(width, height);
        await window.GoAsync("/");
        foreach (string what in (string[])["#oled", "#button", "[data-jump='31']", "#copy"])
        {
            await Assertions.Expect(window.Page.Locator(what)).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        }

        await window.PictureAsync($"first-screen-token-{width}");
    }

    [Theory]
    [InlineData(360, 740, "ja")]
    [InlineData(1366, 768, "en")]
    public async Task The_tokens_buttons_and_the_next_code_are_in_sight_beside_a_page_of_the_demonstration(int width, int height, string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language, hasTray: true);
        await window.Page.SetViewportSizeAsync(width, height);
        await window.GoAsync("/bank/sign-in");
        IFrameLocator tray = window.Page.FrameLocator("iframe");
        await Assertions.Expect(tray.Locator("[data-press]")).ToHaveCountAsync(4);
        foreach (ILocator button in (ILocator[])[tray.Locator("[data-quick]"), .. await tray.Locator("[data-press]").AllAsync()])
        {
            await Assertions.Expect(button).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        }

        await Assertions.Expect(window.Field("user")).ToBeInViewportAsync();
        await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.PathOf($"portal-{language}-first-screen-bank-{width}") });
    }

    [Fact]
    public async Task A_click_in_the_tray_puts_the_ID_and_the_code_into_the_page_beside_it()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en", hasTray: true);
        await window.GoAsync("/test");
        ILocator token = window.Page.FrameLocator("iframe").Locator($"[data-credential='{window.Hotp}']");
        await token.Locator(".link").ClickAsync();
        await Assertions.Expect(window.Field("id")).ToHaveValueAsync(window.Hotp);
        await token.Locator("[data-press]").ClickAsync();
        ILocator display = token.Locator("[data-code]");
        await Assertions.Expect(display).ToHaveAttributeAsync("data-code", new System.Text.RegularExpressions.Regex("^[0-9]{6}$"));
        await token.Locator("button.fill").ClickAsync();
        await Assertions.Expect(window.Field("code")).ToHaveValueAsync((await display.GetAttributeAsync("data-code"))!);
    }
}
