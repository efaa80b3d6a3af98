using Microsoft.Playwright;

namespace HwToken.Testing.Playwright;

/// <summary>Types a token's next code into a page.</summary>
public static class OtpFilling
{
    /// <summary>What pages mark their field for codes with (HTML, autofill field name <c>one-time-code</c>).</summary>
    private const string Field = "input[autocomplete~=\"one-time-code\"]";

    /// <summary>Types the next code into the page's field for codes: the one with <c>autocomplete="one-time-code"</c>, or one such field a digit.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token.</param>
    /// <param name="options">How; null: the computed code, Playwright's limit of time.</param>
    /// <returns>The code; it is spent once the form is sent.</returns>
    /// <exception cref="OtpException">The page's fields are not that many, or the token gives no code.</exception>
    /// <exception cref="TimeoutException">No such field appears.</exception>
    public static Task<OtpCode> FillOtpAsync(this IPage page, OtpToken token, OtpFillOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Locator(Field).FillOtpAsync(token, options);
    }

    /// <summary>Types the next code into a field, or digit by digit into as many fields as the code has digits.</summary>
    /// <param name="field">The field or fields.</param>
    /// <param name="token">The token.</param>
    /// <param name="options">How; null: the computed code, Playwright's limit of time.</param>
    /// <returns>The code; it is spent once the form is sent.</returns>
    /// <exception cref="OtpException">The fields are neither one nor as many as the code has digits, or the token gives no code.</exception>
    /// <exception cref="TimeoutException">No such field appears.</exception>
    public static async Task<OtpCode> FillOtpAsync(this ILocator field, OtpToken token, OtpFillOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(token);
        float? limit = (float?)options?.Timeout?.TotalMilliseconds;
        ILocator first = field.First;

        // Looked for before the code is taken: a code that waits for a slow page grows old.
        await first.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible, Timeout = limit }).ConfigureAwait(false);
        int count = await field.CountAsync().ConfigureAwait(false);
        if (count != 1 && count != token.Digits)
        {
            throw new OtpException(OtpFault.BadInput, $"{count} fields match, and a code of {token.CredentialId} has {token.Digits} digits. Give the locator of one field, or of one field a digit.");
        }

        OtpCode code = options?.Pressed == true ? await token.PressAsync().ConfigureAwait(false) : await token.NextCodeAsync().ConfigureAwait(false);
        for (int at = 0; at < count; at++)
        {
            string part = count == 1 ? code : code.Value[at].ToString();
            await field.Nth(at).FillAsync(part, new LocatorFillOptions { Timeout = limit }).ConfigureAwait(false);
        }

        if (options?.Enter == true)
        {
            await field.Nth(count - 1).PressAsync("Enter", new LocatorPressOptions { Timeout = limit }).ConfigureAwait(false);
        }

        return code;
    }
}
