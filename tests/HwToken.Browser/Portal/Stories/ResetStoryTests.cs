using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The public token reset: an ID, two codes in a row, success or failure, and the way back to the beginning.</summary>
public class ResetStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task What_goes_wrong_is_told_and_leads_back_to_the_credential_ID(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        string token = window.Hotp;
        await window.OneCodeCustomer.RegistersAsync(token);

        // Not an ID at all: an error page with a way back.
        await window.Visitor.BeginsResetAsync("DP-0001");
        await window.ExpectErrorAsync(ErrorTable.UnknownCredential);
        await window.PictureAsync("reset-wrong-id");
        await window.FollowAsync("/reset");
        await Assertions.Expect(window.Field("id")).ToBeFocusedAsync();

        // Not six digits, and twice the same: both are typed anew on the same page.
        await window.SendAsync(("id", token));
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(token);
        await window.Visitor.TypesBothAsync("12345", window.Tokens.NewCode(token));
        await window.ExpectErrorAsync(ErrorTable.NotSixDigits);
        await Assertions.Expect(window.Field("code2")).ToHaveValueAsync("");
        string once = window.Tokens.NewCode(token);
        await window.Visitor.TypesBothAsync(once, once);
        await window.ExpectErrorAsync(ErrorTable.CodesEqual);
        await window.PictureAsync("reset-equal");

        // Two codes with one between them; the failure page shows ID, code and message, and begins again at the ID.
        string first = window.Tokens.NewCode(token);
        window.Tokens.PressIdly(token, 1);
        await window.Visitor.TypesBothAsync(first, window.Tokens.NewCode(token));
        await ExpectFailureAsync(window, token);
        await window.PictureAsync("reset-failed");

        // In the wrong order: the second is older than the first.
        await window.FollowAsync("/reset");
        await Assertions.Expect(window.Field("id")).ToBeFocusedAsync();
        string older = window.Tokens.NewCode(token);
        await window.SendAsync(("id", token));
        await window.Visitor.TypesBothAsync(window.Tokens.NewCode(token), older);
        await ExpectFailureAsync(window, token);

        // The second is stale: it was used before.
        string one = window.Tokens.NewCode(token);
        string two = window.Tokens.NewCode(token);
        await window.Visitor.TestsAsync(token, two);
        await window.ExpectSuccessAsync();
        await window.Visitor.BeginsResetAsync(token);
        await window.Visitor.TypesBothAsync(one, two);
        await ExpectFailureAsync(window, token);

        await window.Visitor.ResetsAsync(token);
        await window.PictureAsync("reset-done");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Two_codes_bring_a_clock_and_a_counter_back_into_step(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.TwoCodeCustomer.RegistersWithTwoCodesAsync(window.Totp);
        await window.OneCodeCustomer.RegistersAsync(window.Hotp);

        window.Tokens.Drift(TimeSpan.FromMinutes(5));
        window.Tokens.PressIdly(window.Hotp, 30);
        foreach (string token in (string[])[window.Totp, window.Hotp])
        {
            await window.Visitor.TestsAsync(token, window.Tokens.NewCode(token));
            await window.ExpectErrorAsync(ErrorTable.CodeRefused);
            await window.Visitor.ResetsAsync(token);
            await window.Visitor.TestsAsync(token, window.Tokens.NewCode(token));
            await window.ExpectSuccessAsync();
        }
    }

    private static async Task ExpectFailureAsync(DemoWindow window, string token)
    {
        await window.ExpectErrorAsync(ErrorTable.NotConsecutive);
        await window.ExpectAsync("credential", token);
        await Assertions.Expect(window.Page.Locator("main a[href='/reset']")).ToBeVisibleAsync();
    }
}
