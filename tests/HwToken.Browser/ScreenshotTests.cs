using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>Pictures of the page for people to look at; each checks that nothing lies outside the window's width.</summary>
public class ScreenshotTests(Chromium chromium)
{
    [Theory]
    [InlineData("light", "en-US", 1360, 940)]
    [InlineData("dark", "en-US", 1360, 940)]
    [InlineData("light", "ja-JP", 1360, 940)]
    [InlineData("light", "en-US", 360, 740)]
    [InlineData("dark", "ja-JP", 360, 740)]
    [InlineData("light", "en-US", 800, 900)]
    public async Task The_page_fits_its_window_without_sideways_scrolling(string scheme, string locale, int width, int height)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions
        {
            Locale = locale,
            ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        await open.ProvisionAsync();
        await open.PressAsync();
        await open.ReadCodeAsync();
        await open.ExpectActivityAsync("holdOff");
        await open.GoOnAsync();
        await open.ScreenshotAsync($"{scheme}-{locale[..2]}-{width}");
        await AssertInsideAsync(open, "oled", "front");
        await AssertInsideAsync(open, "front", "token");
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await open.Id("flip").ClickAsync();
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret-base32")).ToHaveValueAsync("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        await open.ScreenshotAsync($"{scheme}-{locale[..2]}-{width}-back");
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static async Task AssertInsideAsync(OpenPage open, string inner, string outer)
    {
        LocatorBoundingBoxResult a = (await open.Id(inner).BoundingBoxAsync())!;
        LocatorBoundingBoxResult b = (await open.Id(outer).BoundingBoxAsync())!;
        Assert.True(a.X >= b.X && a.X + a.Width <= b.X + b.Width, $"#{inner} sticks out of #{outer}.");
    }
}
