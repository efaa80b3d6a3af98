using System.Text.RegularExpressions;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>Tells the dialects of lists in text apart.</summary>
internal static partial class ListRecognizer
{
    public static SeedFormat? Recognize(string sample)
    {
        string[] lines = [.. sample.Split('\n', '\r').Select(text => text.Trim()).Where(text => text.Length > 0 && text[0] != '#')];
        if (lines.Length == 0)
        {
            throw new PskcException(PskcError.MissingElement, "The file holds comments only and no key. Ask the sender for the whole file.");
        }

        Refuse(lines[0]);

        // Some line of the first ones is well-formed; one that is not is told with its number later.
        return lines.Select(Of).FirstOrDefault(format => format is not null);
    }

    private static SeedFormat? Of(string line) => line.StartsWith("otpauth://", StringComparison.OrdinalIgnoreCase) ? SeedFormat.Otpauth
        : EntraHeader().IsMatch(line) ? SeedFormat.EntraCsv
        : YubicoLine().IsMatch(line) ? SeedFormat.YubicoCsv
        : MultiOtpLine().IsMatch(line) ? SeedFormat.MultiOtpCsv
        : OathLine().IsMatch(line) ? SeedFormat.OathCsv
        : null;

    private static void Refuse(string line)
    {
        string? refusal = line.StartsWith("-----BEGIN PGP", StringComparison.Ordinal) ? "The file is encrypted with PGP: decrypt it first (gpg --decrypt)."
            : line.StartsWith("dn:", StringComparison.Ordinal) ? "The file holds SafeWord records (LDIF), which are not read. Ask the sender for PSKC or SafeNet XML."
            : PamLine().IsMatch(line) ? "The file is a users file of pam_oath: it names users, not tokens. Ask for the list that it was made from."
            : null;
        if (refusal is not null)
        {
            throw new PskcException(PskcError.UnknownFormat, refusal);
        }
    }

    [GeneratedRegex(@"^HOTP(/[ET]\d*(/\d+)?)?\s+\S+\s+\S+\s+[0-9A-Fa-f]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex PamLine();

    [GeneratedRegex(@"^(?=.*\bupn\b).*\bsecret ?key\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EntraHeader();

    /// <summary>The traditional log (a word, then the date), or serial, public ID, private ID, key, access code, time.</summary>
    [GeneratedRegex(@"^((LOGGING START|Yubico OTP|OATH-HOTP|Static Password|Challenge-Response)[^,]*,|\d+,[cbdefghijklnrtuv]*,(0|[0-9a-f]*),[0-9a-f]*,[^,]*,\d{4}-\d\d-\d\dT)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YubicoLine();

    /// <summary>The key stands fourth, behind the type; in an OATH list the digits stand there.</summary>
    [GeneratedRegex(@"^([^,;\t]*)([,;\t])([^,;\t]*)\2\s*[a-z]+\s*\2\s*[0-9a-f]{16,}\s*\2", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MultiOtpLine();

    [GeneratedRegex(@"^\s*[^,;\t{}<>\0]+[,;\t]\s*[^,;\t\0]+", RegexOptions.CultureInvariant)]
    private static partial Regex OathLine();
}
