using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The end of a session: announced before it comes, and what was typed is not lost. The browser's clock is the test's.</summary>
public class SessionEndStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", "ends in about 2 min", "What you had typed")]
    [InlineData("ja", "あと約2分", "終了前に入力した内容を戻しました")]
    public async Task The_end_is_announced_and_what_was_typed_comes_back_after_the_next_sign_in(string language, string soon, string back)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.Page.Clock.InstallAsync();
        await window.Desk.OpenAsync();
        await window.GoAsync("/desk/replace");
        ILocator notice = window.Page.Locator(".session-end");
        await window.Field("old").FillAsync(window.Hotp);
        await window.Page.Clock.RunForAsync(27 * 60_000);
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        await window.Page.Clock.RunForAsync(61_000);
        await Assertions.Expect(notice).ToContainTextAsync(soon);

        // Staying asks the server, which carries the session on; the notice goes and comes again in its time.
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        await window.Page.Clock.RunForAsync(31 * 60_000);
        await Assertions.Expect(notice.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await window.PictureAsync("session-ended");

        // The session is over on the server too (signed out in another tab), the person signs in again and finds the text.
        await window.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "hwt-desk" });
        await window.GoAsync("/desk/sign-in");
        await window.Desk.OpenAsync();
        await window.GoAsync("/desk/replace");
        await Assertions.Expect(window.Field("old")).ToHaveValueAsync(window.Hotp);
        await Assertions.Expect(window.Field("code")).ToHaveValueAsync("");
        await Assertions.Expect(notice).ToContainTextAsync(back);
    }

    [Fact]
    public async Task A_form_that_was_sent_too_late_is_filled_in_again_and_no_password_or_code_ever_waits_in_the_tab()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.Desk.OpenAsync();
        await window.GoAsync("/desk/replace");
        await window.Field("old").FillAsync(window.Hotp);
        await window.Field("new").FillAsync(window.Totp);
        await window.Field("code").FillAsync("123456");
        IReadOnlyList<BrowserContextCookiesResult> cookies = await window.Context.CookiesAsync();
        BrowserContextCookiesResult session = cookies.Single(one => one.Name == "hwt-desk");
        await window.Context.AddCookiesAsync([new Cookie { Name = session.Name, Value = new string('0', 64), Domain = session.Domain, Path = session.Path, HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        await window.SubmitAsync("new");
        await window.ExpectPathAsync("/desk/sign-in");
        string kept = await window.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage })");
        Assert.Contains(window.Hotp, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", kept, StringComparison.Ordinal);
        await window.Desk.OpenAsync();
        await window.GoAsync("/desk/replace");
        await Assertions.Expect(window.Field("old")).ToHaveValueAsync(window.Hotp);
        await Assertions.Expect(window.Field("new")).ToHaveValueAsync(window.Totp);
        Assert.Equal("{}", await window.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage })"));
    }
}
