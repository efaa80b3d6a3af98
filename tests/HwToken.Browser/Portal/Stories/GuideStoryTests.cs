using System.Text.RegularExpressions;
using HwToken.Browser.Portal.People;
using HwToken.Demo;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>A newcomer plays the guide from top to bottom with what it and the tray offer: each step can be done when its turn comes, and is ticked off.</summary>
public class GuideStoryTests(Chromium chromium)
{
    private static readonly string[] Steps = ["Register", "SignIn", "Lock", "Unlock", "RegisterClock", "OutOfStep", "Reset", "SignInAgain"];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_step_works_in_its_turn_and_is_ticked_off(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Tray tray = await window.OpenTrayAsync();
        Customer one = window.OneCodeCustomer;
        Customer two = window.TwoCodeCustomer;
        await ExpectDoneAsync(window, 0);

        await one.TypesPasswordAsync("register");
        await window.SendAsync(("id", window.Hotp), ("code", await tray.NewCodeAsync(window.Hotp)));
        await window.ExpectSuccessAsync();
        await ExpectDoneAsync(window, 1);

        await one.TypesPasswordAsync();
        await window.SendAsync(("code", await tray.NewCodeAsync(window.Hotp)));
        await one.ChangesPasswordAsync("Harbor2026");
        await ExpectDoneAsync(window, 2);

        await one.TypesPasswordAsync();
        for (int failure = 0; failure < 10; failure++)
        {
            await one.TypesCodeAsync($"{failure:D6}");
        }

        await ExpectDoneAsync(window, 3);
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(new Regex(language == "ja" ? "現在ロックされています" : "is locked now"));

        await window.Desk.OpenAsync();
        await window.Desk.DoesAsync("unlock", window.Hotp);
        await ExpectDoneAsync(window, 4);

        await two.TypesPasswordAsync("register");
        await window.SendAsync(("id", window.Totp), ("code1", await tray.NewCodeAsync(window.Totp)), ("code2", await tray.NewCodeAsync(window.Totp)));
        await window.ExpectSuccessAsync();
        await ExpectDoneAsync(window, 5);

        // The guide's own button; pressed twice the clocks are no farther apart.
        for (int press = 0; press < 2; press++)
        {
            await window.ClickAsync(window.Page.Locator("[data-step=OutOfStep] button"));
            await window.ExpectPathAsync(DemoWorld.GuidePath);
        }

        await two.TypesPasswordAsync();
        await window.SendAsync(("code", await tray.NewCodeAsync(window.Totp)));
        await window.ExpectPathAsync("/bank/code");
        await ExpectDoneAsync(window, 6);

        await window.Visitor.BeginsResetAsync(window.Totp);
        await window.SendAsync(("code1", await tray.NewCodeAsync(window.Totp)), ("code2", await tray.NewCodeAsync(window.Totp)));
        await window.ExpectSuccessAsync();
        await ExpectDoneAsync(window, 7);

        await two.TypesPasswordAsync();
        await window.SendAsync(("code", await tray.NewCodeAsync(window.Totp)));
        await window.ExpectPathAsync("/bank/password");
        await ExpectDoneAsync(window, 8);
    }

    private static async Task ExpectDoneAsync(DemoWindow window, int count)
    {
        await window.GoAsync(DemoWorld.GuidePath);
        string[] done = await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-done=yes]')].map((step) => step.dataset.step)");
        Assert.Equal(Steps[..count], done);
        if (count < Steps.Length)
        {
            await Assertions.Expect(window.Page.Locator(".steps .next")).ToHaveAttributeAsync("data-step", Steps[count]);
        }
    }
}
