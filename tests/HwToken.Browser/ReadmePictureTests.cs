using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>The picture of the README: taken anew at every run into the artifacts; copied to <c>docs/token-page.png</c> by hand.</summary>
[Collection(PacedByTheWallClock.Name)]
public class ReadmePictureTests(Chromium chromium)
{
    [Fact]
    public async Task The_picture_for_the_README_shows_a_code_and_what_led_to_it()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions
        {
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 1120 },
        });
        await open.Control("token", 2).ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("TOTP");
        await open.Id("button").ClickAsync();
        await open.ReadCodeAsync();
        await open.ExpectActivityAsync("holdOff");
        await Assertions.Expect(open.Id("activity-text")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Hold-off: [0-9]+ s left$"));
        await open.ScreenshotAsync("readme", fullPage: false);
    }
}
