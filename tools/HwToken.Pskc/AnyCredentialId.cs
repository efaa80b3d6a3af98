using System.Globalization;
using System.Text;
using HwToken.Core;

namespace HwToken.Pskc;

/// <summary>The credential ID of a token of any maker, as seed files bring it: kept as written, unique and found by its <see cref="Key"/>. (The IDs that this
/// house's factory gives are the stricter <see cref="CredentialId"/>.)</summary>
public sealed record AnyCredentialId
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 4;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Beginnings of this house's own IDs, which have <see cref="CredentialId.Length"/> letters and digits.</summary>
    private static readonly string[] OwnPrefixes = ["DP", "AVT", "VSMT", "VSHM"];

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    private AnyCredentialId(string written, string key) => (Written, Key) = (written, key);

    /// <summary>As the seed file has it: 4 to 40 ASCII letters, digits and <c>- _ . :</c>.</summary>
    public string Written { get; }

    /// <summary>What makes it unique: upper case, without dashes, blanks and invisible marks.</summary>
    public string Key { get; }

    /// <summary>Takes an ID from a file.</summary>
    /// <param name="text">As written; blanks around it are dropped.</param>
    /// <param name="id">The ID, or null.</param>
    /// <param name="problem">Why it is none, in the middle of a sentence; empty when it is one.</param>
    public static bool TryParse(string? text, out AnyCredentialId id, out string problem)
    {
        string written = (text ?? "").Trim();
        string key = Fold(written);
        problem = Problem(written, key);
        id = problem.Length == 0 ? new AnyCredentialId(written, key) : null!;
        return problem.Length == 0;
    }

    /// <summary>The key of what a person typed, through whatever keyboard: any dash, blank or invisible mark, full-width letters and digits, either case.</summary>
    /// <param name="typed">Typed text; may be null.</param>
    /// <param name="key">The key, or an empty text.</param>
    /// <returns>False when no ID can be meant.</returns>
    public static bool TryKey(string? typed, out string key)
    {
        key = typed is { Length: <= 4 * MaxLength } ? Fold(typed) : "";
        bool fits = key.Length is > 0 and <= MaxLength && key.Any(char.IsAsciiLetterOrDigit) && key.All(IsKeyCharacter) && !IsOwnOfWrongLength(key);
        key = fits ? key : "";
        return fits;
    }

    /// <summary>A text in upper case, without dashes, blanks and invisible marks, full-width characters made narrow. Others stay as they are.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (char typed in text)
        {
            char c = ToNarrow(typed);
            if (!IsDash(c) && !IsBlank(c) && !IsInvisible(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>The ID as written.</summary>
    public override string ToString() => Written;

    private static string Problem(string written, string key)
    {
        if (IsOwnOfWrongLength(key))
        {
            string prefix = OwnPrefixes.First(own => key.StartsWith(own, StringComparison.Ordinal));
            return $"the ID has {key.Length} characters or others than letters and digits; IDs that begin with {prefix} have {CredentialId.Length} letters and digits";
        }

        if (written.Length is < MinLength or > MaxLength)
        {
            return $"the ID has {written.Length} characters; {MinLength} to {MaxLength} are taken";
        }

        int odd = written.AsSpan().IndexOfAnyExcept(Allowed);
        return odd >= 0 ? $"character {odd + 1} of the ID is U+{(int)written[odd]:X4}; letters A to Z, digits and - _ . : are taken"
            : !key.Any(char.IsAsciiLetterOrDigit) ? "the ID has neither letters nor digits"
            : "";
    }

    private static bool IsOwnOfWrongLength(string key) => OwnPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)) && !CredentialId.IsValid(key);

    private static bool IsKeyCharacter(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_' or '.' or ':';

    /// <summary>Full-width forms stand at a fixed distance from ASCII (Unicode block FF00).</summary>
    private static char ToNarrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    /// <summary>Every dash of Unicode, and what keyboards give in its place: minus signs, Japanese long-vowel marks, lines of boxes.</summary>
    private static bool IsDash(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation
        || c is '\u2212' or '\u207B' or '\u208B' or '\u02D7' or '\u30FC' or '\uFF70' or '\u2500' or '\u2501' or '\u2796';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u2800';

    /// <summary>Marks without a picture: format characters, variation selectors, fillers.</summary>
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format
        || c is (>= '\uFE00' and <= '\uFE0F') or '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0';
}
