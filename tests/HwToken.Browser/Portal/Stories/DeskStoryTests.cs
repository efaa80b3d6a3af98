using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The service desk: sign-in, search, every verb, and what the audit tells afterwards.</summary>
public class DeskStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_desk_opens_to_a_password_with_a_code_and_finds_tokens_by_the_beginning_of_their_IDs(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        foreach (string closed in (string[])["/desk", "/desk/replace", "/desk/import", "/desk/audit", "/desk/customers", "/desk/credential/" + window.Hotp])
        {
            await window.GoAsync(closed);
            await window.ExpectPathAsync("/desk/sign-in");
        }

        await window.Desk.TypesAsync("not it 1", "123456");
        await window.ExpectAsync("error", ErrorTable.SignInWrong.Code);
        await window.Desk.TypesAsync(window.World.Operator.Password, "000000");
        await window.ExpectAsync("error", ErrorTable.CodeRefused.Code);
        await window.PictureAsync("desk-sign-in-refused");
        await window.Desk.OpenAsync();

        ILocator found = window.Page.Locator("main tbody a");
        await Assertions.Expect(found).ToHaveCountAsync(4);
        await window.SendAsync(("id", window.Totp[..5].ToLowerInvariant()));
        await Assertions.Expect(found).ToHaveTextAsync(window.Totp);
        await window.SendAsync(("id", "ZZZZ"));
        await Assertions.Expect(found).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("main .notice.info")).ToBeVisibleAsync();
        await window.SendAsync(("id", window.Totp[..5]));
        await window.ClickAsync(found);
        await window.ExpectPathAsync("/desk/credential/" + window.Totp);

        await window.ClickAsync(window.Page.Locator("form[action='/desk/sign-out'] button"));
        await window.GoAsync("/desk");
        await window.ExpectPathAsync("/desk/sign-in");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Suspended_resumed_revoked_each_as_the_customer_meets_it_and_as_the_audit_tells_it(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        string token = window.Hotp;
        await customer.RegistersAsync(token);
        await window.Desk.OpenAsync();

        await window.Desk.DoesAsync("suspend", token);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state suspended");
        await customer.IsRefusedAsync(token, ErrorTable.Suspended);
        await window.PictureAsync("bank-suspended");
        await window.Desk.DoesAsync("resume", token);
        await customer.SignsInAsync(token);

        // Revoking cannot be taken back: the end of the ID is typed.
        await window.Desk.LooksAtAsync(token);
        await window.Field("confirm").FillAsync("0000");
        await window.ChooseAsync("verb", "revoke");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state active");
        await window.Desk.RevokesAsync(token);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state revoked");
        await Assertions.Expect(window.Page.Locator("main button[name=verb]")).ToHaveCountAsync(0);
        await window.PictureAsync("desk-revoked");
        await customer.IsRefusedAsync(token, ErrorTable.Revoked);

        await window.GoAsync("/desk/audit?id=" + token);
        ILocator lines = window.Page.Locator("main tbody tr[data-actor='desk:operator']");
        await Assertions.Expect(lines).ToHaveCountAsync(3);
        Assert.Equal(["revoke", "resume", "suspend"], await lines.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.event)"));
        await window.PictureAsync("desk-audit-of-one");
        await window.ClickAsync(window.Page.Locator("main form[action='/desk/audit'][method=post] button"));
        await window.ExpectSuccessAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_token_replaced_at_the_desk_or_reissued_is_registered_by_the_customer(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await window.Desk.OpenAsync();

        await window.GoAsync("/desk/replace");
        await window.SendAsync(("old", window.Hotp), ("new", window.Totp), ("code", "000000"));
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        await window.Desk.ReplacesAsync(window.Hotp, window.Totp);
        await window.PictureAsync("desk-replace-done");
        await window.Desk.LooksAtAsync(window.Hotp);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state revoked");
        await Assertions.Expect(window.Page.Locator("main dl")).ToContainTextAsync(window.Totp);

        // One act for the operator, one step for the customer: the new token signs in.
        await customer.SignsInAsync(window.Totp);
        await window.Desk.ServesAsync(customer, "reissue");
        await customer.RegistersAsync(window.Software);
        await customer.SignsInAsync(window.Software);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_drift_chart_appears_with_successes_and_says_in_words_what_it_draws(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.Desk.OpenAsync();
        await window.Desk.LooksAtAsync(window.Totp);
        ILocator chart = window.Page.Locator("main svg[role=img]");
        await Assertions.Expect(chart).ToHaveCountAsync(0);

        await window.OneCodeCustomer.RegistersAsync(window.Totp);
        for (int success = 0; success < 4; success++)
        {
            window.Tokens.Pass(TimeSpan.FromDays(1));
            window.Tokens.Drift(TimeSpan.FromSeconds(-9));
            await window.Visitor.TestsAsync(window.Totp, window.Tokens.NewCode(window.Totp));
            await window.ExpectSuccessAsync();
        }

        await window.Desk.LooksAtAsync(window.Totp);
        await Assertions.Expect(chart.Locator("circle")).ToHaveCountAsync(5);
        await window.PictureAsync("desk-chart");

        // The words name the latest drift and the number of codes; the same numbers stand in the history.
        string words = (await chart.GetAttributeAsync("aria-label"))!;
        string latest = await window.Page.Locator("main tbody tr[data-outcome=accepted]").First.Locator("td").Last.InnerTextAsync();
        Assert.Matches(@"^[+-]?\d+\.\d s$", latest);
        Assert.Contains(latest, words, StringComparison.Ordinal);
        Assert.Contains("5", words, StringComparison.Ordinal);
        await Assertions.Expect(window.What("drift")).ToContainTextAsync("ppm");

        // A token with a counter has no clock to draw.
        await window.OtherCustomer.RegistersAsync(window.Hotp);
        await window.Desk.LooksAtAsync(window.Hotp);
        await Assertions.Expect(chart).ToHaveCountAsync(0);
    }
}
