namespace HwToken.Validation.Rules;

/// <summary>A security code as a person typed it: six digits, full-width ones too (IME), spaces around them or in the middle as the display groups them.</summary>
public static class SecurityCode
{
    /// <summary>Longest text that is looked at: six digits and some spaces.</summary>
    private const int MaxText = 32;

    /// <summary>Reads a typed code.</summary>
    /// <param name="text">What was typed or pasted; may be null.</param>
    /// <param name="code">0 to 999999, or 0.</param>
    /// <returns>False when anything but six digits stands there: error 49b5, not counted as a failure.</returns>
    public static bool TryParse(string? text, out uint code)
    {
        code = 0;
        if (text is null || text.Length > MaxText)
        {
            return false;
        }

        ReadOnlySpan<char> typed = text.AsSpan().Trim(" \t\u3000\u00A0");
        bool isGrouped = typed.Length == ValidationRules.CodeDigits + 1 && typed[3] is ' ' or '\u3000' or '\u00A0';
        if (typed.Length != ValidationRules.CodeDigits && !isGrouped)
        {
            return false;
        }

        uint read = 0;
        for (int i = 0; i < typed.Length; i++)
        {
            if (isGrouped && i == 3)
            {
                continue;
            }

            int digit = typed[i] is >= '\uFF10' and <= '\uFF19' ? typed[i] - '\uFF10' : typed[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            read = (read * 10) + (uint)digit;
        }

        code = read;
        return true;
    }
}
