using HwToken.Browser.Portal.People;

namespace HwToken.Browser.Portal.Access;

/// <summary>Every page that the program has, in the states that people meet, one after the other in one window.</summary>
internal static class Gallery
{
    /// <summary>Shows each page.</summary>
    /// <param name="window">A fresh demonstration.</param>
    /// <param name="look">Called with the name of each page when it stands in the window.</param>
    public static async Task WalkAsync(DemoWindow window, Func<string, Task> look)
    {
        await PublicAsync(window, look);
        await BankAsync(window, look);
        await DeskAsync(window, look);
        foreach ((string path, string name) in (ValueTuple<string, string>[])[("/demo/guide", "guide"), ("/demo/tray", "tray"), ("/", "token")])
        {
            await window.GoAsync(path);
            await look(name);
        }
    }

    private static async Task PublicAsync(DemoWindow window, Func<string, Task> look)
    {
        foreach ((string path, string name) in (ValueTuple<string, string>[])
            [("/portal", "home"), ("/test", "test"), ("/reset", "reset"), ("/help", "help"), ("/help?code=49b8", "help-cause"), ("/help?code=x", "help-unknown"), ("/nowhere", "nowhere")])
        {
            await window.GoAsync(path);
            await look(name);
        }

        await window.Visitor.TestsAsync(window.Hotp, "12345");
        await look("test-refused");
        await window.Visitor.BeginsResetAsync("x");
        await look("reset-wrong-id");
        await window.Visitor.BeginsResetAsync(window.Hotp);
        await look("reset-codes");
        await window.Visitor.TypesBothAsync("000000", "000001");
        await look("reset-failed");
    }

    private static async Task BankAsync(DemoWindow window, Func<string, Task> look)
    {
        foreach ((string path, string name) in (ValueTuple<string, string>[])[("/bank", "bank"), ("/bank/sign-in", "bank-sign-in"), ("/bank/lost", "bank-lost"), ("/bank/why", "bank-why")])
        {
            await window.GoAsync(path);
            await look(name);
        }

        Customer customer = window.OneCodeCustomer;
        await customer.TypesPasswordAsync(password: "wrong");
        await look("bank-sign-in-refused");
        await window.TwoCodeCustomer.TypesPasswordAsync("register");
        await look("bank-register-two-codes");
        await customer.TypesPasswordAsync("register");
        await look("bank-register");
        await window.SendAsync(("id", window.Totp), ("code", "000000"));
        await look("bank-register-two-codes-instead");
        await window.SendAsync(("id", window.Totp), ("code", window.Tokens.NewCode(window.Totp)));
        await look("bank-registered");
        await customer.TypesPasswordAsync();
        await customer.TypesCodeAsync("000000");
        await look("bank-code");
        await window.FollowAsync("/bank/drift");
        await look("bank-drift");
        await customer.SignsInAsync(window.Totp);
        await look("bank-password");
        await customer.ChangesPasswordAsync("Harbor2026");
        await look("bank-account");
        await customer.TypesPasswordAsync("stop");
        await look("bank-stop");
        await customer.TypesPasswordAsync("change");
        await look("bank-change-old");
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Totp));
        await look("bank-change-new");
        await window.GoAsync("/bank/why");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password), ("code", "000000"));
        await look("bank-why-answer");
    }

    private static async Task DeskAsync(DemoWindow window, Func<string, Task> look)
    {
        await window.GoAsync("/desk/sign-in");
        await look("desk-sign-in");
        for (int failure = 0; failure < 11; failure++)
        {
            await window.Desk.TypesAsync(window.World.Operator.Password, $"{failure:D6}");
        }

        await look("desk-shut-out");
        await window.What("shut-out").Locator("summary").ClickAsync();
        await window.ClickAsync(window.What("shut-out").Locator("form[action='/demo/unlock'] button"));
        await window.Desk.OpenAsync();
        await look("desk");
        foreach ((string path, string name) in (ValueTuple<string, string>[])
            [
                ("/desk/credential/" + window.Totp, "desk-token-with-chart"), ("/desk/credential/" + window.Hotp, "desk-token"), ("/desk/credential/DPHT00000000", "desk-no-token"), ("/desk/replace", "desk-replace"), ("/desk/overview", "desk-overview"), ("/desk/customers?customer=" + window.World.Customers[0].Id, "desk-customer"),
                ("/desk/import", "desk-import"), ("/desk/customers", "desk-customers"), ("/desk/audit", "desk-audit"),
            ])
        {
            await window.GoAsync(path);
            await look(name);
        }
    }
}
