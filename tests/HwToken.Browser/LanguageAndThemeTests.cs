using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>Two languages, two themes, remembered.</summary>
public class LanguageAndThemeTests(Chromium chromium)
{
    [Theory]
    [InlineData("ja-JP", "ja", "仮想時刻")]
    [InlineData("en-GB", "en", "Virtual time")]
    [InlineData("fr-FR", "en", "Virtual time")]
    public async Task The_page_speaks_the_language_that_the_browser_asks_for(string locale, string language, string words)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = locale });
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task The_chosen_language_is_remembered()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("language", "ja").ClickAsync();
        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync("仮想時刻");
        await Assertions.Expect(open.Id("activity-text")).ToHaveTextAsync("スリープ中");
        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync("仮想時刻");
        await open.Control("language", "en").ClickAsync();
        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync("Virtual time");
    }

    /// <summary>The page's clocks go on meanwhile: a script error fails the test at its end.</summary>
    [Fact]
    public async Task While_a_language_is_fetched_the_page_goes_on_in_the_other_one()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = "en-GB" });
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await open.Page.RouteAsync("**/texts/ja.js", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        await open.Control("language", "ja").ClickAsync();
        foreach (int _ in Enumerable.Range(0, 2))
        {
            string shown = await open.Id("clock").InnerTextAsync();
            await Assertions.Expect(open.Id("clock")).Not.ToHaveTextAsync(shown);
        }

        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync("Virtual time");
        arrived.SetResult();
        await Assertions.Expect(open.Id("time-title")).ToHaveTextAsync("仮想時刻");
    }

    [Fact]
    public async Task Both_languages_have_every_sentence_with_the_same_gaps()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        string[] differences = await open.Page.EvaluateAsync<string[]>("""
            async () => {
              const [en, ja] = (await Promise.all(["en", "ja"].map((l) => import(`/texts/${l}.js`)))).map((m) => m.default);
              const gaps = (text) => [...(text ?? "").matchAll(/\{\w+\}/g)].map(String).sort().join();
              const used = [...document.querySelectorAll("[data-t], [data-t-label]")].flatMap((e) => [e.dataset.t, e.dataset.tLabel]).filter(Boolean);
              return [...new Set([...Object.keys(en), ...Object.keys(ja), ...used])].filter((key) => !en[key] || !ja[key] || gaps(en[key]) !== gaps(ja[key]));
            }
            """);
        Assert.Empty(differences);
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_it_is_chosen_and_the_choice_is_remembered()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = "en-US", ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(open.Id("theme")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(open.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(15, 20, 26)");
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Assertions.Expect(open.Id("theme")).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(open.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(242, 245, 248)");
        await open.Id("theme").ClickAsync();
        await Assertions.Expect(open.Id("theme")).ToHaveAttributeAsync("aria-pressed", "true");
        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        // One switch: the portal and the desk follow, in this window and in one that is open beside it.
        IPage portal = await open.Page.Context.NewPageAsync();
        await portal.GotoAsync(new Uri(open.Url, "/portal").AbsoluteUri);
        await Assertions.Expect(portal.Locator("body")).ToHaveCSSAsync("background-color", "rgb(15, 20, 26)");
        await portal.Locator("button.theme").ClickAsync();
        await Assertions.Expect(portal.Locator("body")).ToHaveCSSAsync("background-color", "rgb(242, 245, 248)");
        await Assertions.Expect(open.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(242, 245, 248)");
        await Assertions.Expect(open.Id("theme")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task The_line_about_test_secrets_is_in_sight()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = "en-US", ViewportSize = new ViewportSize { Width = 360, Height = 640 } });
        await Assertions.Expect(open.Id("notice")).ToBeInViewportAsync();
        await Assertions.Expect(open.Id("notice")).ToContainTextAsync("Test secrets");
    }

    [Fact]
    public async Task With_reduced_motion_the_token_turns_over_at_once()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = "en-US", ReducedMotion = ReducedMotion.Reduce });
        await Assertions.Expect(open.Id("device")).ToHaveCSSAsync("transition-property", "none");
        await open.Id("flip").ClickAsync();
        await Assertions.Expect(open.Id("label-id")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^DPHT [0-9]{4} [0-9]{4}$"));
        Assert.True(await open.Id("front").EvaluateAsync<bool>("face => face.inert"));
    }
}
