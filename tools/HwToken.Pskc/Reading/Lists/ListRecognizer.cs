using System.Text.RegularExpressions;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>Tells the dialects of lists in text apart.</summary>
internal static partial class ListRecognizer
{
    public static SeedFormat? Recognize(string sample)
    {
        Refuse(sample);
        string? line = sample.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0 && text[0] != '#');
        return line is null ? OnlyComments(sample)
            : line.StartsWith("otpauth://", StringComparison.OrdinalIgnoreCase) ? SeedFormat.Otpauth
            : EntraHeader().IsMatch(line) ? SeedFormat.EntraCsv
            : YubicoLine().IsMatch(line) ? SeedFormat.YubicoCsv
            : MultiOtpLine().IsMatch(line) ? SeedFormat.MultiOtpCsv
            : OathLine().IsMatch(line) ? SeedFormat.OathCsv
            : null;
    }

    /// <summary>A list's comments name its dialect often enough; a list of comments only holds no key and is refused later.</summary>
    private static SeedFormat? OnlyComments(string sample) => sample.Contains("format", StringComparison.OrdinalIgnoreCase) ? SeedFormat.YubicoCsv : SeedFormat.OathCsv;

    private static void Refuse(string sample)
    {
        string? refusal = sample.StartsWith("-----BEGIN PGP", StringComparison.Ordinal) ? "The file is encrypted with PGP: decrypt it first (gpg --decrypt)."
            : sample.StartsWith("dn:", StringComparison.Ordinal) ? "The file holds SafeWord records (LDIF), which are not read. Ask the sender for PSKC or SafeNet XML."
            : PamLine().IsMatch(sample) ? "The file is a users file of pam_oath: it names users, not tokens. Ask for the list that it was made from."
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
