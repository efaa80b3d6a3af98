using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The public token test: what is accepted, what is refused, and how people type.</summary>
public class TokenTestStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_right_code_is_accepted_once_and_anything_else_is_refused_in_words(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.OneCodeCustomer.RegistersAsync(window.Hotp);

        string code = window.Tokens.NewCode(window.Hotp);
        await window.Visitor.TestsAsync(window.Hotp, code);
        await window.ExpectSuccessAsync();
        await window.PictureAsync("test-done");

        await window.Visitor.TestsAsync(window.Hotp, code);
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        await window.ExpectAsync("credential", window.Hotp);
        await window.PictureAsync("test-refused");

        await window.Visitor.TestsAsync(window.Hotp, TokenHand.Spoiled(window.Tokens.NewCode(window.Hotp)));
        await window.ExpectErrorAsync(ErrorTable.CodeRefused);

        // Five digits, nine, and letters: the manuals' 49b5. The ID stays, the code is typed anew.
        foreach (string typed in (string[])["12345", "123456789", "12345a"])
        {
            await window.Visitor.TestsAsync(window.Hotp, typed);
            await window.ExpectAsync("error", "49b5");
            await window.ExpectErrorAsync(ErrorTable.NotSixDigits);
            await Assertions.Expect(window.Field("id")).ToHaveValueAsync(window.Hotp);
            await Assertions.Expect(window.Field("code")).ToHaveValueAsync("");
        }

        await window.Visitor.TestsAsync("DPHT1234567", "123456");
        await window.ExpectErrorAsync(ErrorTable.UnknownCredential);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Full_width_digits_a_pasted_space_and_leading_zeros_are_taken(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.OneCodeCustomer.RegistersAsync(window.Totp);

        await window.Visitor.TestsAsync(FullWidth(window.Totp), FullWidth(window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();

        // As the display groups it, over the clipboard; and the ID as it stands on the label, in small letters.
        string code = window.Tokens.NewCode(window.Totp);
        await window.GoAsync("/test");
        await window.Field("id").FillAsync($"{window.Totp[..4]} {window.Totp[4..8]}-{window.Totp[8..]}".ToLowerInvariant());
        await PasteAsync(window, "code", $"{code[..3]} {code[3..]}");
        await window.SubmitAsync("code");
        await window.ExpectSuccessAsync();

        string zero = window.Tokens.NewCodeWithLeadingZero(window.Totp);
        await window.Visitor.TestsAsync(window.Totp, zero[1..]);
        await window.ExpectErrorAsync(ErrorTable.NotSixDigits);
        await window.Visitor.TestsAsync(window.Totp, zero);
        await window.ExpectSuccessAsync();
    }

    /// <summary>As an input method types it, with an ideographic space for a space.</summary>
    private static string FullWidth(string text) => string.Concat(text.Select(c => c == ' ' ? '\u3000' : (char)(c + 0xFEE0)));

    private static async Task PasteAsync(DemoWindow window, string field, string text)
    {
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new BrowserContextGrantPermissionsOptions { Origin = window.Url.GetLeftPart(UriPartial.Authority) });
        await Clipboard.AloneAsync(async () =>
        {
            await window.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
            await window.Field(field).FocusAsync();
            await window.Page.Keyboard.PressAsync("Control+V");
            await Assertions.Expect(window.Field(field)).ToHaveValueAsync(text);
        });
    }
}
