using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>Passwords at the demonstration service: the forced first change, its rules, 90 days, and the lock.</summary>
public class PasswordStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_first_sign_in_forces_a_change_and_each_rule_is_told_in_its_own_words(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.SignsInWithoutTokenAsync();
        await window.ExpectPathAsync("/bank/password");
        await window.PictureAsync("bank-password-first");

        // No way around it.
        await window.GoAsync("/bank/account");
        await window.ExpectPathAsync("/bank/password");

        await customer.TriesPasswordAsync("Harbor2026", present: "not it 1");
        await window.ExpectErrorAsync(ErrorTable.SignInWrong);
        string differ = await RefusalAsync(window, customer, "Harbor2026", "Harbour2026");
        string length = await RefusalAsync(window, customer, "Abc1234");
        Assert.Equal(length, await RefusalAsync(window, customer, "Abcdefgh123456789"));
        string mixed = await RefusalAsync(window, customer, "onlyletters");
        Assert.Equal(mixed, await RefusalAsync(window, customer, "1234567890"));
        Assert.Equal(mixed, await RefusalAsync(window, customer, "Harbor-2026"));
        string former = await RefusalAsync(window, customer, customer.Password);
        Assert.Equal(4, new[] { differ, length, mixed, former }.Distinct().Count());
        await window.PictureAsync("bank-password-refused");

        // Case matters: the same letters in capitals are another password.
        await customer.ChangesPasswordAsync("Harbor2026");
        await customer.TypesPasswordAsync(password: "harbor2026");
        await window.ExpectErrorAsync(ErrorTable.SignInWrong);
        await customer.SignsInWithoutTokenAsync();
        await window.ExpectPathAsync("/bank/account");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Neither_of_the_last_two_passwords_can_be_set_again_and_the_one_before_can(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OtherCustomer;
        string initial = customer.Password;
        await customer.SignsInWithoutTokenAsync();
        await customer.ChangesPasswordAsync("Harbor2026");
        await window.FollowAsync("/bank/password");
        Assert.Equal(await RefusalAsync(window, customer, initial), await RefusalAsync(window, customer, "Harbor2026"));
        await customer.ChangesPasswordAsync("Lantern2027");
        await window.FollowAsync("/bank/password");
        await RefusalAsync(window, customer, "Harbor2026");
        await customer.ChangesPasswordAsync(initial);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task After_91_days_on_the_trays_clock_the_password_has_expired(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Tray tray = await window.OpenTrayAsync();
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await customer.SignsInAsync(window.Hotp);
        await customer.ChangesPasswordAsync("Harbor2026");

        await tray.MoveAsync("both", 86_400);
        await window.GoAsync("/bank/account");
        await window.ExpectPathAsync("/bank/account");
        await window.PictureAsync("bank-account");

        await tray.MoveAsync("both", 91 * 86_400);
        await customer.TypesPasswordAsync();
        await customer.TypesCodeAsync(await tray.NewCodeAsync(window.Hotp));
        await window.ExpectPathAsync("/bank/password");
        await window.ExpectErrorAsync(ErrorTable.PasswordExpired);
        await window.PictureAsync("bank-password-expired");
        await customer.ChangesPasswordAsync("Lantern2027");
        await tray.MoveAsync("both", 86_400);
        await customer.SignsInAsync(window.Hotp);
        await window.ExpectPathAsync("/bank/account");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Five_wrong_passwords_lock_it_and_only_the_desk_unlocks(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        for (int failure = 1; failure <= 5; failure++)
        {
            await customer.TypesPasswordAsync(password: "wrong" + failure);
            await window.ExpectErrorAsync(ErrorTable.SignInWrong);
        }

        // Who does not know it is not told that it is locked.
        await customer.TypesPasswordAsync(password: "wrong6");
        await window.ExpectErrorAsync(ErrorTable.SignInWrong);
        await customer.TypesPasswordAsync();
        await window.ExpectErrorAsync(ErrorTable.PasswordLocked);
        await window.PictureAsync("bank-password-locked");

        await window.Desk.OpenAsync();
        await window.GoAsync("/desk/customers");
        await window.PictureAsync("desk-customers-locked");
        await window.Desk.ServesAsync(customer, "unlock");
        await Assertions.Expect(window.Desk.Row(customer).Locator("button[value=unlock]")).ToHaveCountAsync(0);
        await customer.SignsInWithoutTokenAsync();
    }

    /// <summary>A password that is refused, and the sentence that says why.</summary>
    private static async Task<string> RefusalAsync(DemoWindow window, Customer customer, string password, string? again = null)
    {
        await customer.TriesPasswordAsync(password, again);
        await window.ExpectPathAsync("/bank/password");
        return await window.Page.GetByRole(AriaRole.Alert).Last.InnerTextAsync();
    }
}
