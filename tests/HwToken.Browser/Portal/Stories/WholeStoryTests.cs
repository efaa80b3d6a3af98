using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>Everything that the demonstration must show, in one window with the tray beside it: every code is read off the tray.</summary>
public class WholeStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ja", true)]
    [InlineData("en", false)]
    [InlineData("ja", false)]
    public async Task Enrol_sign_in_lock_unlock_drift_correct_sign_in_replace_revoke(string language, bool hasClock)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Tray tray = await window.OpenTrayAsync();
        Customer customer = window.OneCodeCustomer;
        (string token, string spare) = hasClock ? (window.Totp, window.Hotp) : (window.Hotp, window.Totp);

        // Enrol.
        await customer.TypesPasswordAsync("register");
        await window.SendAsync(("id", token), ("code", await tray.NewCodeAsync(token)));
        await window.ExpectSuccessAsync();

        // Sign in.
        await customer.TypesPasswordAsync();
        await customer.TypesCodeAsync(await tray.NewCodeAsync(token));
        await customer.ChangesPasswordAsync("Harbor2026");

        // Lock by ten wrong codes; one that comes again at once would count once.
        await customer.TypesPasswordAsync();
        for (int failure = 1; failure <= 10; failure++)
        {
            await customer.TypesCodeAsync($"{failure:D6}");
            await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        }

        await customer.TypesCodeAsync(await tray.NewCodeAsync(token));
        await window.ExpectErrorAsync(ErrorTable.Locked);
        await window.PictureAsync("bank-locked");

        // Unlock at the desk.
        await window.GoAsync("/desk");
        await window.Desk.TypesAsync(window.World.Operator.Password, await tray.NewCodeAsync(window.World.OperatorTokenId));
        await window.SendAsync(("id", token));
        await window.ClickAsync(window.Page.Locator("main tbody a"));
        await window.ExpectAsync("failures", "10");
        await window.PictureAsync("desk-locked");
        await window.ChooseAsync("verb", "unlock");
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("failures", "0");

        // Drift by five minutes; a counter drifts by codes that are made and not used.
        if (hasClock)
        {
            await tray.MoveAsync("server", 300);
        }
        else
        {
            window.Tokens.PressIdly(token, 15);
        }

        await customer.TypesPasswordAsync();
        await customer.TypesCodeAsync(await tray.NewCodeAsync(token));
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);

        // Correct.
        await window.FollowAsync("/bank/drift");
        string one = await tray.NewCodeAsync(token);
        await window.SendAsync(("code1", one), ("code2", await tray.NewCodeAsync(token)));
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectSuccessAsync();

        // Sign in.
        await customer.TypesCodeAsync(await tray.NewCodeAsync(token));
        await window.ExpectPathAsync("/bank/account");

        // Replace.
        await window.GoAsync("/desk/replace");
        await window.SendAsync(("old", token), ("new", spare), ("code", await tray.NewCodeAsync(spare)));
        await window.ExpectSuccessAsync();
        await customer.TypesPasswordAsync();
        await window.ExpectAsync("token", spare);
        await customer.TypesCodeAsync(await tray.NewCodeAsync(spare));
        await window.ExpectPathAsync("/bank/account");

        // Revoke.
        await window.Desk.RevokesAsync(spare);
        await customer.TypesPasswordAsync();
        await customer.TypesCodeAsync(await tray.NewCodeAsync(spare));
        await window.ExpectErrorAsync(ErrorTable.Revoked);
        await window.GoAsync("/desk/audit");
        await window.PictureAsync("desk-audit-whole");
        await window.ClickAsync(window.Page.Locator("main form[action='/desk/audit'][method=post] button"));
        await window.ExpectSuccessAsync();
        await tray.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.PathOf($"portal-{language}-tray-{(hasClock ? "clock" : "counter")}"), FullPage = true });
    }
}
