using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>What the token page offers besides the token: names, links, pictures, log, calls by program, the software token's face, the way back to true time.</summary>
public class PageToolsTests(Chromium chromium)
{
    [Fact]
    public async Task A_token_has_a_name_and_an_address_that_opens_the_page_with_it()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 2).ClickAsync();
        await Assertions.Expect(open.Id("token-what")).ToHaveTextAsync("Clock token (TOTP)");
        await open.Id("rename").ClickAsync();
        await open.Id("rename-to").FillAsync("Anna's");
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Id("token-name")).ToHaveTextAsync("Anna's");
        await Assertions.Expect(open.Control("token", 2)).ToContainTextAsync("Anna's");
        string address = open.Page.Url;
        Assert.Matches("[?]token=DPHT[0-9]{8}$", address);

        await open.Control("token", 1).ClickAsync();
        await Assertions.Expect(open.Id("token-what")).ToHaveTextAsync("Counter token (HOTP)");
        foreach (string link in (string[])[address, new Uri(open.Url, "/?token=anna's").AbsoluteUri, new Uri(open.Url, "/?token=2").AbsoluteUri])
        {
            await open.Page.GotoAsync("about:blank");
            await open.Page.GotoAsync(link);
            await Assertions.Expect(open.Id("token-name")).ToHaveTextAsync("Anna's");
        }
    }

    [Fact]
    public async Task The_display_and_the_log_are_saved_and_the_log_is_searched()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.PressAsync();
        await open.ReadCodeAsync();
        byte[] png = await SavedAsync(open, "picture", "-display.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);

        await Assertions.Expect(open.Id("log")).ToContainTextAsync("Display: code");
        await open.Id("log-search").FillAsync("DISPLAY: code");
        await Assertions.Expect(open.Page.Locator("#log tr")).ToHaveCountAsync(1);
        string log = System.Text.Encoding.UTF8.GetString(await SavedAsync(open, "log-save", "-log.txt"));
        Assert.Matches(@"^[0-9T:.-]+Z\tscreen\tDisplay: code 755224\n$", log);
        string story = System.Text.Encoding.UTF8.GetString(await SavedAsync(open, "log-story", "-story.yaml"));
        Assert.Matches(@"\nsteps:\n(.*\n)*  - (press|hold|button): ", story);
        Assert.DoesNotContain("secret:", story, StringComparison.Ordinal);
        await open.Id("log-search").FillAsync("nothing of this");
        await Assertions.Expect(open.Id("log-empty")).ToHaveTextAsync("Nothing fits the search and the boxes above.");
    }

    [Fact]
    public async Task The_calls_by_program_name_this_token_and_are_copied()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new BrowserNewContextOptions { Locale = "en-US", Permissions = ["clipboard-read", "clipboard-write"] });
        await open.Control("token", 2).ClickAsync();
        await open.Page.Locator("#api summary").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#api-lines code").First).ToHaveTextAsync($"curl -X POST {open.Url}sim/v1/tokens/2/press");
        await Clipboard.AloneAsync(async () =>
        {
            // The button's word changes back after a while: waited for by the page itself.
            Task copied = open.Page.WaitForFunctionAsync("() => document.querySelector('#api-lines button').textContent === 'Copied'");
            await open.Page.Locator("#api-lines button").First.ClickAsync();
            await copied;
            Assert.Equal($"curl -X POST {open.Url}sim/v1/tokens/2/press", await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        });
    }

    [Fact]
    public async Task A_software_token_shows_ID_and_code_together_and_renews_itself()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Page.EvaluateAsync("() => fetch('/sim/v1/tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ random: 'TOTP', credentialId: 'VSMT12345678' }) })");
        await open.Page.Locator("#rack button", new PageLocatorOptions { HasText = "VSMT" }).ClickAsync();
        ILocator code = open.Id("software-code");
        await Assertions.Expect(open.Id("software-id")).ToHaveTextAsync("VSMT 1234 5678");
        await Assertions.Expect(open.Id("device")).ToBeHiddenAsync();
        await Assertions.Expect(code).ToHaveTextAsync(new Regex("^[0-9]{3} [0-9]{3}$"));
        string first = await code.InnerTextAsync();
        await open.JumpAsync(31);
        await Assertions.Expect(code).Not.ToHaveTextAsync(first);
        await Assertions.Expect(code).ToHaveTextAsync(new Regex("^[0-9]{3} [0-9]{3}$"));
        await open.ScreenshotAsync("software-token");
        await open.Id("show-board").ClickAsync();
        await Assertions.Expect(open.Id("device")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_blank_token_offers_no_erasing_and_a_fresh_one_has_been_awake_for_no_time()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await Assertions.Expect(open.Id("blank")).ToBeVisibleAsync();
        await Assertions.Expect(open.Id("fact-awake")).ToHaveTextAsync("0.0 s");
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await Assertions.Expect(open.Id("blank")).ToBeHiddenAsync();
        await Assertions.Expect(open.Id("token-what")).ToHaveTextAsync("Blank: no key yet");
    }

    [Fact]
    public async Task Back_to_true_time_warns_before_E5_and_makes_the_token_anew_when_asked()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 2).ClickAsync();
        await Assertions.Expect(open.Id("token-what")).ToHaveTextAsync("Clock token (TOTP)");
        await open.JumpAsync(86400);
        await open.PressAsync();
        await open.ReadCodeAsync();
        await open.Id("follow").ClickAsync();
        await Assertions.Expect(open.Id("stuck-words")).ToContainTextAsync("it shows E5 until");
        await Assertions.Expect(open.Id("clock-note")).ToContainTextAsync("ahead of true time");
        await open.Id("stuck-leave").ClickAsync();
        await Assertions.Expect(open.Id("stuck")).ToBeHiddenAsync();

        await open.Id("follow").ClickAsync();
        await open.Id("stuck-follow").ClickAsync();
        await Assertions.Expect(open.Id("stuck-words")).ToContainTextAsync("now it shows E5");
        await open.ScreenshotAsync("true-time-warning");
        await open.Id("stuck-renew").ClickAsync();
        await Assertions.Expect(open.Id("stuck")).ToBeHiddenAsync();
        await Assertions.Expect(open.Id("clock-note")).ToContainTextAsync("Follows true time");
        await open.PressAsync();
        await open.ReadCodeAsync();
    }


    private static async Task<byte[]> SavedAsync(OpenPage open, string button, string nameEnds)
    {
        IDownload file = await open.Page.RunAndWaitForDownloadAsync(() => open.Id(button).ClickAsync());
        Assert.EndsWith(nameEnds, file.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
    }
}
