using HwToken.Pskc;

namespace HwToken.Validation.Rules;

/// <summary>A security code as a person typed it: 6 to 8 digits, full-width ones too (IME); dashes, blanks and invisible marks of any kind are dropped.</summary>
public static class SecurityCode
{
    /// <summary>Fewest digits.</summary>
    public const int MinDigits = 6;

    /// <summary>Most digits.</summary>
    public const int MaxDigits = 8;

    /// <summary>Longest text that is looked at: the digits and some blanks.</summary>
    private const int MaxText = 32;

    /// <summary>Reads a typed code.</summary>
    /// <param name="text">What was typed or pasted; may be null.</param>
    /// <param name="code">The number, or 0.</param>
    /// <param name="digits">How many digits stood there, 6 to 8, or 0. Whether the token has as many, only the credential tells.</param>
    /// <returns>False when anything but 6 to 8 digits stands there: error 49b5, not counted as a failure.</returns>
    public static bool TryParse(string? text, out uint code, out int digits)
    {
        (code, digits) = (0, 0);
        if (text is null || text.Length > MaxText)
        {
            return false;
        }

        string typed = AnyCredentialId.Fold(text);
        if (typed.Length is < MinDigits or > MaxDigits || !typed.All(char.IsAsciiDigit))
        {
            return false;
        }

        digits = typed.Length;
        foreach (char c in typed)
        {
            code = (code * 10) + (uint)(c - '0');
        }

        return true;
    }
}
