using HwToken.Browser.Portal.Access;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Hostile;

/// <summary>Hostile text in every field of every form of every page, in both languages.</summary>
public class HostileInputTests(Chromium chromium)
{
    /// <summary>Every form that posts, so that a new one is not forgotten: the walk must meet exactly these.</summary>
    private static readonly string[] Posts =
    [
        "/bank/change", "/bank/code", "/bank/drift", "/bank/lost", "/bank/password", "/bank/register", "/bank/sign-in", "/bank/stop", "/bank/why",
        "/demo/clock", "/demo/press", "/demo/unlock", "/desk", "/desk/audit", "/desk/credential", "/desk/customers", "/desk/import", "/desk/replace", "/desk/sign-in",
        "/reset", "/reset/codes", "/test",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Markup_and_SQL_stay_text_in_every_field(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        List<string> seen = [];
        List<string> faults = [];
        await Gallery.WalkAsync(window, async name =>
        {
            faults.AddRange((await FormAttack.FaultsAsync(window.Page, FormAttack.Payloads, seen)).Select(fault => $"{name}: {fault}"));

            // What was tried as a password counted, as it must.
            window.Records.UnlockPassword(window.OneCodeCustomer.Id);
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        string[] met = [.. seen.Where(form => form.StartsWith("post ", StringComparison.Ordinal)).Select(Path).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(Posts, met);

        // Nothing was dropped and nothing was forged: four tokens, and an audit whose chains are whole.
        await window.GoAsync("/desk");
        await Assertions.Expect(window.Page.Locator("main tbody a")).ToHaveCountAsync(4);
        await window.GoAsync("/desk/audit");
        await window.ClickAsync(window.Page.Locator("main form[action='/desk/audit'][method=post] button"));
        await window.ExpectSuccessAsync();
    }

    [Fact]
    public async Task The_attack_sees_a_page_that_does_not_encode()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.Page.RouteAsync("**/test", async route =>
        {
            string posted = Uri.UnescapeDataString(route.Request.PostData?.Replace('+', ' ') ?? "");
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = route.Request.Method == "POST" ? $"<h1>x</h1><input value=\"{posted}\">" : "<form method=post action='/test'><input name=id></form>" });
        });
        await window.GoAsync("/test");
        string[] faults = await FormAttack.FaultsAsync(window.Page, FormAttack.Payloads, []);
        Assert.Contains("post /test id: became markup", faults);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Typed_into_the_window_it_is_shown_as_it_was_typed(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        string nasty = FormAttack.Payloads[0];
        foreach ((string path, string field) in (ValueTuple<string, string>[])[("/test", "id"), ("/help", "code")])
        {
            await window.GoAsync(path);
            foreach (ILocator each in await window.Page.Locator("main input:not([type=hidden])").AllAsync())
            {
                await each.FillAsync(nasty);
            }

            await window.SubmitAsync(field);
            await Assertions.Expect(window.Field(field)).ToHaveValueAsync(nasty);
            await Assertions.Expect(window.Page.Locator("[data-owned]")).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Over_long_fields_are_cut_and_bodies_over_the_limit_are_refused_in_words(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        List<string> seen = [];
        List<string> faults = [];
        await window.Desk.OpenAsync();
        foreach (string path in (string[])["/test", "/reset", "/bank/sign-in", "/bank/lost", "/bank/why", "/desk", "/desk/replace", "/desk/import", "/desk/audit", "/desk/customers", "/demo/tray"])
        {
            await window.GoAsync(path);
            faults.AddRange(await FormAttack.FaultsAsync(window.Page, [new string('x', 4000), new string('あ', 500)], seen));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        foreach ((string path, int bytes) in (ValueTuple<string, int>[])[("/test", 20_000), ("/bank/sign-in", 20_000), ("/desk/sign-in", 20_000)])
        {
            IAPIResponse answer = await window.Context.APIRequest.PostAsync(new Uri(window.Url, path).AbsoluteUri, new APIRequestContextOptions
            {
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded", ["Accept-Language"] = language },
                DataByte = [.. "id="u8, .. Enumerable.Repeat((byte)'x', bytes)],
            });
            Assert.Contains(answer.Status, (int[])[400, 413]);
            string page = await answer.TextAsync();
            Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        }
    }

    /// <summary>The path that a form posts to; a token's own page without the token.</summary>
    private static string Path(string form) => form.Split(' ')[1] is var path && path.StartsWith("/desk/credential/", StringComparison.Ordinal) ? "/desk/credential" : form.Split(' ')[1];
}
