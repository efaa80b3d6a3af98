using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HwToken.Browser.Portal.Access;
using HwToken.Simulator.Screens;
using Microsoft.Playwright;

namespace HwToken.Browser.Site;

/// <summary>The token in a static page, from a plain file server: the same stories as on the served page.</summary>
public class StaticPageTests(Chromium chromium, PublishedSite site)
{
    /// <summary>"12345678901234567890" of RFC 4226 and RFC 6238.</summary>
    private const string TotpUri = "otpauth://totp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Fact]
    public async Task Presses_holds_and_power_cuts_show_the_codes_of_the_HOTP_vector_as_pixels()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        await open.ProvisionAsync();
        await open.PressAsync();
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
        await Assertions.Expect(open.Id("live")).ToHaveTextAsync("Security code: 7 5 5 2 2 4");

        await open.ExpectActivityAsync("holdOff");
        await open.Id("button").HoverAsync();
        await open.DownAsync(() => open.Page.Mouse.DownAsync());
        await open.PassAsync(3);
        await open.ReadCanvasAsync(reading => reading.Lines.Contains("CREDENTIAL ID"));
        await open.UpAsync(() => open.Page.Mouse.UpAsync());
        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        await open.Id("button").FocusAsync();
        await open.PressAsync(() => open.Page.Keyboard.PressAsync("Space"));
        Assert.Equal("287082", (await open.ReadCodeAsync()).Code);

        await open.ExpectActivityAsync("holdOff");
        await open.Id("power").ClickAsync();
        await open.ExpectActivityAsync("off");
        await open.GoOnAsync();
        await open.Id("power").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Display: SELF-TEST");
        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        await open.Control("cut", "torn").ClickAsync();
        await open.PressAsync();
        await open.ExpectActivityAsync("off");
    }

    [Fact]
    public async Task A_TOTP_token_shows_the_code_of_its_secret_at_true_time()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        await open.ProvisionAsync(TotpUri);
        long before = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await open.StopTimeAsync();
        await open.UpAsync(() => open.Id("button").ClickAsync());
        await open.GoOnAsync();
        string? code = (await open.ReadCodeAsync()).Code;
        long after = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        // The factory sets the clock chip in whole seconds, so it may be a second or two behind; and time stood during the press, after the first look.
        Assert.Contains(code, Enumerable.Range(0, (int)((after / 30) - ((before - 3) / 30)) + 1).Select(step => CodeOf(((before - 3) / 30) + step)));
    }

    [Fact]
    public async Task Faults_show_their_error_instead_of_a_code()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        await open.Control("fault", "writesFail").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Fault: Flash refuses writes");
        await open.PressAsync();
        await open.ReadCanvasAsync(reading => reading.Error == 2);
        await open.Control("token", 2).ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("TOTP");
        await open.Control("fault", "rtcStopped").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Fault: Clock chip stopped");
        await open.PressAsync();
        await open.ReadCanvasAsync(reading => reading.Error == 4);
        await Assertions.Expect(open.Id("live")).ToContainTextAsync("CLOCK STOPPED");
    }

    [Fact]
    public async Task Tokens_outlive_a_reload_and_the_page_starts_without_a_network()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        await open.ProvisionAsync();
        await open.PressAsync();
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
        await open.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await open.Page.ReloadAsync();
        await PressAfterRestartAsync(open, "287082");

        await open.Host<StaticServer>().StopAsync();
        await open.Page.ReloadAsync();
        await PressAfterRestartAsync(open, "359152");
        await open.Page.GotoAsync(new Uri(open.Url, "about.html").AbsoluteUri);
        await Assertions.Expect(open.Page.Locator("h1")).ToContainTextAsync("Reset and test pages");
        open.Faults.ForgiveSilence();
    }

    [Fact]
    public async Task All_tokens_go_into_a_file_and_come_out_of_it_in_another_browser()
    {
        string file;
        await using (OpenPage open = await OpenPage.OpenStaticAsync(chromium, site))
        {
            await open.ProvisionAsync();
            await open.PressAsync();
            await open.ReadCodeAsync();
            await open.ExpectActivityAsync("holdOff");
            IDownload download = await open.Page.RunAndWaitForDownloadAsync(() => open.Id("save-all").ClickAsync());
            Assert.Equal("hwtoken-tokens.json", download.SuggestedFilename);
            file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        }

        await using OpenPage other = await OpenPage.OpenStaticAsync(chromium, site);
        await LoadAsync(other, "{}");
        await Assertions.Expect(other.Id("problem-text")).ToContainTextAsync("Nothing was loaded");
        await LoadAsync(other, file);
        await Assertions.Expect(other.Page.Locator("#rack li")).ToHaveCountAsync(6);
        await other.Control("token", 6).ClickAsync();
        await Assertions.Expect(other.Id("credential-now")).ToContainTextAsync("HOTP");
        await other.JumpAsync(31);
        await other.ExpectActivityAsync("asleep");
        await other.PressAsync();
        Assert.Equal("287082", (await other.ReadCodeAsync()).Code);
    }

    [Fact]
    public async Task A_second_tab_waits_until_the_first_one_is_closed()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        IPage second = await open.Page.Context.NewPageAsync();
        await second.GotoAsync(open.Url.AbsoluteUri);
        await Assertions.Expect(second.Locator("#waiting")).ToContainTextAsync("open in another tab");
        await open.Page.CloseAsync();
        await Assertions.Expect(second.Locator("#activity")).ToHaveAttributeAsync("data-activity", new Regex("asleep|awake|showing|booting"));
        await Assertions.Expect(second.Locator("#waiting")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en-US")]
    [InlineData(ColorScheme.Dark, "ja-JP")]
    public async Task The_static_page_and_the_one_beside_it_pass_axe_in_both_languages_and_themes(ColorScheme scheme, string locale)
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site, new BrowserNewContextOptions { Locale = locale, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", locale[..2]);
        await open.PressAsync(() => open.Id("button").EvaluateAsync("button => button.click()"));
        await open.ExpectActivityAsync("holdOff");
        await open.GoOnAsync();
        Assert.Empty(await Axe.FaultsAsync(open.Page));
        Assert.Empty(await TabWalk.FaultsAsync(open.Page));
        await open.ScreenshotAsync($"static-{locale[..2]}");
        await open.Page.GotoAsync(new Uri(open.Url, "about.html").AbsoluteUri);
        Assert.Empty(await Axe.FaultsAsync(open.Page));
        await open.ScreenshotAsync($"static-about-{locale[..2]}");
    }

    [Fact]
    public async Task A_first_visit_costs_at_most_two_and_a_half_megabytes_and_the_policy_allows_nothing_foreign()
    {
        await using OpenPage open = await OpenPage.OpenStaticAsync(chromium, site);
        StaticServer server = open.Host<StaticServer>();
        await open.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        Assert.InRange(server.Sent.Values.Sum(file => file.Bytes), 1_000_000, 2_500_000);
        Assert.All(server.Sent.Where(file => !file.Key.EndsWith(".png", StringComparison.Ordinal)), file => Assert.True(file.Value.IsBrotli, file.Key));

        string policy = await open.Page.Locator("meta[http-equiv='Content-Security-Policy']").GetAttributeAsync("content") ?? "";
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy.Replace("'wasm-unsafe-eval'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        string manifest = await open.Page.EvaluateAsync<string>("async () => { const m = await (await fetch('manifest.webmanifest')).json(); return [m.display, m.start_url, m.scope, ...m.icons.map((i) => i.sizes)].join(' '); }");
        Assert.Equal("standalone ./ ./ 192x192 512x512 512x512", manifest);
    }

    /// <summary>A board that was saved with power starts anew: its self-test goes by first.</summary>
    private static async Task PressAfterRestartAsync(OpenPage open, string code)
    {
        await Assertions.Expect(open.Page.Locator("#log")).ToContainTextAsync("Display: SELF-TEST");
        await open.JumpAsync(31);
        await open.ExpectActivityAsync("asleep");
        await open.PressAsync();
        Assert.Equal(code, (await open.ReadCodeAsync()).Code);
    }

    private static Task LoadAsync(OpenPage open, string text) => open.Id("token-file").SetInputFilesAsync(new FilePayload
    {
        Name = "tokens.json",
        MimeType = "application/json",
        Buffer = System.Text.Encoding.UTF8.GetBytes(text),
    });

    private static string CodeOf(long step)
    {
        byte[] counter = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(step));
#pragma warning disable CA5350 // RFC 6238's own.
        byte[] hash = HMACSHA1.HashData("12345678901234567890"u8, counter);
#pragma warning restore CA5350
        int at = hash[^1] & 15;
        int number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
