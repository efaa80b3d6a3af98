using System.Text;

namespace HwToken.Validation.Rules;

/// <summary>
/// Whose a credential is: a user name or a number as the relying party knows the person by, and nothing more about anybody. No blanks and no letters but ASCII's,
/// so that neither names of people nor remarks find their way in.
/// </summary>
public static class Holder
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 64;

    /// <summary>What may stand in it beside letters and digits.</summary>
    private const string Signs = "._-@+";

    /// <summary>Reads a holder as typed: blanks around it are dropped, full-width characters made narrow.</summary>
    /// <param name="typed">As typed; null and blanks alone mean nobody.</param>
    /// <param name="holder">The holder; empty for nobody.</param>
    /// <returns>False when it is none: longer than <see cref="MaxLength"/>, or with other characters than ASCII letters, digits and <c>. _ - @ +</c>.</returns>
    public static bool TryRead(string? typed, out string holder)
    {
        string text = Fold(typed ?? "");
        bool fits = text.Length <= MaxLength && text.All(c => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal));
        holder = fits ? text : "";
        return fits;
    }

    /// <summary>A text without blanks around it, full-width characters made narrow.</summary>
    /// <param name="typed">As typed.</param>
    public static string Fold(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = new StringBuilder(typed.Length);
        foreach (char c in typed.Trim())
        {
            // Full-width forms stand at a fixed distance from ASCII (Unicode block FF00).
            text.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return text.ToString();
    }
}
