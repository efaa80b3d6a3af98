using System.Globalization;

namespace HwToken.Demo.Bank.Codes;

/// <summary>What people type, in one spelling, so that the bank can compare it. Whether it is right, the validation service decides.</summary>
internal static class Typed
{
    /// <summary>A full-width letter or digit less the plain one.</summary>
    private const int FullWidth = 0xFEE0;

    /// <summary>A code as plain digits: full-width digits, blanks and dashes do not matter. Null when it cannot be a code.</summary>
    public static string? Code(string typed)
    {
        string plain = Plain(typed);
        return plain.Length is >= 6 and <= 8 && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    /// <summary>A token's ID as the bank keeps it: capitals, without blanks and dashes. Empty when nothing is left.</summary>
    public static string TokenId(string typed) => Plain(typed).ToUpperInvariant();

    /// <summary>By hand: under invariant globalisation the runtime's own normalisation leaves full-width letters as they are.</summary>
    private static string Plain(string typed) => string.Concat(typed.Where(letter =>
        !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control)
        && letter is not ('\u2212' or '\u30FC' or '\uFF70')).Select(letter => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - FullWidth) : letter));
}
