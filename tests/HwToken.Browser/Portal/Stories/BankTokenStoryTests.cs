using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>What customers do with their tokens at the demonstration service: register, sign in, correct, change, stop, lose.</summary>
public class BankTokenStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task One_code_registers_and_then_a_sign_in_needs_a_new_code(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await window.GoAsync("/bank");
        await customer.TypesPasswordAsync("register");
        await window.SendAsync(("id", "DPHT00000000"), ("code", "123456"));
        await window.ExpectErrorAsync(ErrorTable.UnknownCredential);
        string used = await customer.RegistersAsync(window.Hotp);
        await window.PictureAsync("bank-registered");

        await customer.TypesPasswordAsync();
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectAsync("token", window.Hotp);
        await customer.TypesCodeAsync(used);
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        await window.PictureAsync("bank-code-refused");
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
        await customer.IsInAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Two_codes_register_when_they_differ_and_follow_each_other(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.TwoCodeCustomer;
        string token = window.Totp;
        await customer.TypesPasswordAsync("register");
        string once = window.Tokens.NewCode(token);
        await window.SendAsync(("id", token), ("code1", once), ("code2", once));
        await window.ExpectErrorAsync(ErrorTable.CodesEqual);
        await Assertions.Expect(window.Field("id")).ToHaveValueAsync(token);
        await Assertions.Expect(window.Field("code1")).ToHaveValueAsync("");
        await window.PictureAsync("bank-register-refused");
        await window.SendAsync(("id", token), ("code1", TokenHand.Spoiled(window.Tokens.NewCode(token))), ("code2", window.Tokens.NewCode(token)));
        await window.ExpectErrorAsync(ErrorTable.NotConsecutive);
        await customer.RegistersWithTwoCodesAsync(token);
        await customer.SignsInAsync(token);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Drift_is_corrected_behind_the_password_with_two_codes_typed_anew_after_an_error(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        string token = window.Totp;
        await customer.RegistersAsync(token);
        window.Tokens.Drift(TimeSpan.FromMinutes(5));
        await customer.IsRefusedAsync(token, ErrorTable.CodeRefused);
        await window.FollowAsync("/bank/drift");
        await window.SendAsync(("code1", window.Tokens.NewCode(token)), ("code2", "12345"));
        await window.ExpectErrorAsync(ErrorTable.NotSixDigits);
        await Assertions.Expect(window.Field("code1")).ToHaveValueAsync("");
        string once = window.Tokens.NewCode(token);
        await window.SendAsync(("code1", once), ("code2", once));
        await window.ExpectErrorAsync(ErrorTable.CodesEqual);
        await window.SendAsync(("code1", "000000"), ("code2", "000001"));
        await window.ExpectErrorAsync(ErrorTable.NotConsecutive);
        await window.SendAsync(("code1", window.Tokens.NewCode(token)), ("code2", window.Tokens.NewCode(token)));
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectSuccessAsync();
        await customer.TypesCodeAsync(window.Tokens.NewCode(token));
        await customer.IsInAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_change_of_token_wants_a_code_of_the_old_one_first(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await customer.TypesPasswordAsync("change");
        await window.ExpectPathAsync("/bank/change");
        await customer.TypesCodeAsync("000000");
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
        await window.SendAsync(("id", window.Software), ("code", window.Tokens.NewCode(window.Software)));
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("token", window.Software);
        await customer.SignsInAsync(window.Software);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Who_has_no_token_is_told_so_and_who_stops_codes_signs_in_by_password_alone(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;

        // Not registered: the account says so and leads to the registration, and there is nothing to change or to stop.
        await customer.SignsInWithoutTokenAsync();
        await customer.ChangesPasswordAsync("Harbor2026");
        await Assertions.Expect(window.What("token")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("main a[href='/bank/sign-in?for=register']")).ToBeVisibleAsync();
        await window.PictureAsync("bank-account-without-token");
        foreach (string errand in (string[])["change", "stop"])
        {
            await customer.TypesPasswordAsync(errand);
            await Assertions.Expect(window.Page.Locator("main .notice.info")).ToBeVisibleAsync();
            await Assertions.Expect(window.Field("code")).ToHaveCountAsync(0);
        }

        await customer.RegistersAsync(window.Totp);
        await customer.TypesPasswordAsync("register");
        await Assertions.Expect(window.Page.Locator("main .notice.info")).ToContainTextAsync(window.Totp);
        await customer.SignsInAsync(window.Totp);
        await window.ExpectAsync("token", window.Totp);

        await customer.TypesPasswordAsync("stop");
        await window.SendAsync(("code", "12345"));
        await window.ExpectErrorAsync(ErrorTable.NotSixDigits);
        await window.SendAsync(("code", window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();
        await window.PictureAsync("bank-stopped");
        await customer.SignsInWithoutTokenAsync();
        await window.ExpectPathAsync("/bank/account");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_lost_token_blocks_the_sign_in_until_the_desk_has_reissued(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await window.GoAsync("/bank/lost");
        await window.SendAsync(("user", customer.Id), ("password", "not it 1"));
        await window.ExpectErrorAsync(ErrorTable.SignInWrong);
        await window.SendAsync(("user", customer.Id), ("password", customer.Password));
        await window.ExpectSuccessAsync();
        await window.PictureAsync("bank-lost-done");
        await customer.TypesPasswordAsync();
        await window.ExpectErrorAsync(ErrorTable.Suspended);

        // The error's own page says what to do.
        await window.ClickAsync(window.Page.GetByRole(AriaRole.Alert).Locator("a"));
        await window.ExpectPathAsync("/help");
        await ExpectCauseAsync(window, "token-suspended");

        await window.Desk.OpenAsync();
        await window.Desk.ServesAsync(customer, "reissue");
        await window.Desk.RevokesAsync(window.Hotp);
        await customer.RegistersAsync(window.Totp);
        await customer.SignsInAsync(window.Totp);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_contract_that_has_ended_keeps_its_customer_out_until_it_is_renewed(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.FormerCustomer.TypesPasswordAsync();
        await window.ExpectErrorAsync(ErrorTable.ContractExpired);
        await window.PictureAsync("bank-contract-expired");

        // One that ends in a year has ended after 366 days on the tray's clock.
        Tray tray = await window.OpenTrayAsync();
        await tray.MoveAsync("both", 366 * 86_400);
        await window.OneCodeCustomer.TypesPasswordAsync();
        await window.ExpectErrorAsync(ErrorTable.ContractExpired);
        await window.Desk.OpenAsync();
        await window.Desk.ServesAsync(window.OneCodeCustomer, "renew");
        await window.OneCodeCustomer.SignsInWithoutTokenAsync();
        await window.Desk.ServesAsync(window.OneCodeCustomer, "expire");
        await window.OneCodeCustomer.TypesPasswordAsync();
        await window.ExpectErrorAsync(ErrorTable.ContractExpired);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task One_token_belongs_to_one_customer_of_the_service_and_is_free_again_when_given_up(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.OneCodeCustomer.RegistersAsync(window.Hotp);
        await window.OtherCustomer.TypesPasswordAsync("register");
        await window.SendAsync(("id", window.Hotp), ("code", window.Tokens.NewCode(window.Hotp)));
        await window.ExpectErrorAsync(ErrorTable.AlreadyEnrolled);

        await window.OneCodeCustomer.TypesPasswordAsync("stop");
        await window.SendAsync(("code", window.Tokens.NewCode(window.Hotp)));
        await window.ExpectSuccessAsync();

        // The validation service knows the token as enrolled; a code proves that the second customer holds it.
        await window.OtherCustomer.RegistersAsync(window.Hotp);
        await window.OtherCustomer.SignsInAsync(window.Hotp);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Who_knows_the_password_learns_which_cause_applies(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await AskAsync(window, customer, "000000");
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        await ExpectCauseAsync(window, "code-refused");
        await Assertions.Expect(window.Page.Locator("main a[href='/bank/drift']")).ToBeVisibleAsync();
        string code = window.Tokens.NewCode(window.Hotp);
        await AskAsync(window, customer, code);
        await window.ExpectSuccessAsync();
        await ExpectCauseAsync(window, "nothing-wrong");
        await window.PictureAsync("why-nothing");
        await AskAsync(window, customer, code);
        await ExpectCauseAsync(window, "code-used");
        for (int failure = 0; failure < 10; failure++)
        {
            await window.Visitor.TestsAsync(window.Hotp, "000000");
        }

        await AskAsync(window, customer, window.Tokens.NewCode(window.Hotp));
        await window.ExpectErrorAsync(ErrorTable.Locked);
        await ExpectCauseAsync(window, "token-locked");
        await AskAsync(window, window.OtherCustomer);
        await ExpectCauseAsync(window, "no-token");
        await AskAsync(window, window.FormerCustomer);
        await window.ExpectErrorAsync(ErrorTable.ContractExpired);
    }

    private static Task ExpectCauseAsync(DemoWindow window, string word) => Assertions.Expect(window.What("cause")).ToHaveAttributeAsync("data-cause", word);

    private static async Task AskAsync(DemoWindow window, Customer customer, string code = "")
    {
        await window.GoAsync("/bank/why");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password), ("code", code));
    }
}
