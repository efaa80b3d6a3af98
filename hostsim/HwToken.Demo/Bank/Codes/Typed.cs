using System.Globalization;
using System.Text;

namespace HwToken.Demo.Bank.Codes;

/// <summary>What people type, in one spelling, so that the bank can compare it. Whether it is right, the validation service decides.</summary>
internal static class Typed
{
    /// <summary>A code as plain digits: full-width digits, blanks and dashes do not matter. Null when it cannot be a code.</summary>
    public static string? Code(string typed)
    {
        string plain = Plain(typed);
        return plain.Length is >= 6 and <= 8 && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    /// <summary>A token's ID as the bank keeps it: capitals, without blanks and dashes. Empty when nothing is left.</summary>
    public static string TokenId(string typed) => Plain(typed).ToUpperInvariant();

    private static string Plain(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(letter =>
        !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control)));
}
