using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>What customers do with their tokens at the demonstration service: register, sign in, correct, change.</summary>
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
}
