using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>What keeps customers out or lets them do without: no token, a lost one, an ended contract; and how they learn which it is.</summary>
public class BankTroubleStoryTests(Chromium chromium)
{
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
            await AskAsync(window, customer, $"{failure:D6}");
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
