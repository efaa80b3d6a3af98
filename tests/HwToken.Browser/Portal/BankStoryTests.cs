namespace HwToken.Browser.Portal;

/// <summary>What customers do at the demonstration service, with codes read off the tokens' displays.</summary>
public class BankStoryTests(Chromium chromium)
{
    private const string NewPassword = "Harbor2026x";

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task One_code_registers_then_password_and_code_let_in_and_a_code_works_once(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var customer = window.World.Customers[0];
        string token = window.World.TokenIds[0];
        await window.GoAsync("/bank");
        await window.PictureAsync("bank");
        await window.PasswordAsync(customer, "register");
        await window.PictureAsync("bank-register");
        string first = window.NewCode(token);
        await window.SendAsync(("id", token.ToLowerInvariant()), ("code", first));
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("token", token);

        await window.PasswordAsync(customer);
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectAsync("token", token);
        await window.SendAsync(("code", first));
        await window.ExpectErrorAsync("RMCFXLGN001028E");
        await window.PictureAsync("bank-code-refused");

        // As the display groups them, and as an IME types them.
        string code = window.NewCode(token);
        await window.SendAsync(("code", string.Concat((code[..3] + " " + code[3..]).Select(c => c == ' ' ? '\u3000' : (char)(c - '0' + '\uFF10')))));
        await window.ExpectPathAsync("/bank/password");
        await window.PictureAsync("bank-password");
        (string, string)[] refused =
        [
            ("short1A", "short1A"), ("onlyletters", "onlyletters"), (customer.Password, customer.Password), (NewPassword, NewPassword + "x"), ("way2longforapassword", "way2longforapassword"),
        ];
        foreach ((string one, string two) in refused)
        {
            await window.SendAsync(("password", customer.Password), ("new1", one), ("new2", two));
            await window.ExpectPathAsync("/bank/password");
            Assert.True(await window.Page.Locator(".notice.bad").IsVisibleAsync());
        }

        await window.SendAsync(("password", customer.Password), ("new1", NewPassword), ("new2", NewPassword));
        await window.ExpectPathAsync("/bank/account");
        await window.ExpectSuccessAsync();
        await window.PictureAsync("bank-account");

        // 91 days later the password has expired.
        window.Clock.Jump(TimeSpan.FromDays(91));
        await window.GoAsync("/bank/account");
        await window.ExpectPathAsync("/bank/password");
        await window.ExpectErrorAsync("RMCFXLG001003E");

        await window.PasswordAsync(customer, "stop", NewPassword);
        await window.FillAsync("code", window.NewCode(token));
        await window.ClickAsync("main button.danger");
        await window.ExpectSuccessAsync();
        await window.PasswordAsync(customer, "signin", NewPassword);
        await window.ExpectPathAsync("/bank/password");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Two_codes_register_and_bring_a_token_five_minutes_off_back_into_step(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var customer = window.World.Customers[1];
        string token = window.World.TokenIds[1];
        await window.PasswordAsync(customer, "register");
        string one = window.NewCode(token);
        await window.SendAsync(("id", token), ("code1", one), ("code2", one));
        await window.ExpectErrorAsync("49b7");
        await window.SendAsync(("id", token), ("code1", window.NewCode(token)), ("code2", window.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/test");
        await window.SendAsync(("id", token), ("code", window.NewCode(token)));
        await window.ExpectSuccessAsync();

        window.Clock.Jump(TimeSpan.FromMinutes(5));
        await window.PasswordAsync(customer);
        await window.SendAsync(("code", window.NewCode(token)));
        await window.ExpectErrorAsync("RMCFXLGN001028E");
        await window.ClickAsync("main a[href='/bank/drift']");
        await window.PictureAsync("bank-drift");
        await window.SendAsync(("code1", window.NewCode(token)), ("code2", "12345"));
        await window.ExpectErrorAsync("49b5");
        await window.SendAsync(("code1", window.NewCode(token)), ("code2", window.NewCode(token)));
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectSuccessAsync();
        await window.SendAsync(("code", window.NewCode(token)));
        await window.ExpectPathAsync("/bank/password");

        // And by the public reset.
        window.Clock.Jump(TimeSpan.FromMinutes(5));
        await window.GoAsync("/reset");
        await window.SendAsync(("id", "not an id"));
        await window.ExpectErrorAsync("49b6");
        await window.GoAsync("/reset");
        await window.PictureAsync("reset");
        await window.SendAsync(("id", token));
        await window.SendAsync(("code1", "1"), ("code2", "2"));
        await window.ExpectErrorAsync("49b5");
        await window.PictureAsync("reset-codes");
        await window.SendAsync(("code1", "000000"), ("code2", "000001"));
        await window.ExpectErrorAsync("49b8");
        await window.PictureAsync("reset-failed");
        await window.ClickAsync("main a.primary");
        await window.ExpectPathAsync("/reset");
        await window.SendAsync(("id", token));
        await window.SendAsync(("code1", window.NewCode(token)), ("code2", window.NewCode(token)));
        await window.ExpectSuccessAsync();
        await window.OpenDeskAsync();
        await window.GoAsync("/desk/credential/" + token);
        await window.PictureAsync("desk-drift");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_change_of_token_wants_a_code_of_the_old_one_first(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var customer = window.World.Customers[2];
        string old = window.World.TokenIds[0];
        string @new = window.World.TokenIds[2];
        await window.RegisterAsync(customer, old);
        await window.PasswordAsync(customer, "change");
        await window.ExpectPathAsync("/bank/change");
        await window.SendAsync(("code", window.NewCode(old)));
        await window.SendAsync(("id", @new), ("code", window.NewCode(@new)));
        await window.ExpectSuccessAsync();
        await window.PasswordAsync(customer);
        await window.ExpectAsync("token", @new);
        await window.SendAsync(("code", window.NewCode(@new)));
        await window.ExpectPathAsync("/bank/password");
    }
}
