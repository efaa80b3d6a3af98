namespace HwToken.Pskc;

/// <summary>What is said of formats to people.</summary>
public static class SeedFormats
{
    /// <summary>All that is read, for help and errors.</summary>
    public const string All = "PSKC (RFC 6030 and its drafts), SafeNet XML, OATH CSV (serial, key[, type, digits, step or counter, hash]), multiOTP CSV, Entra CSV, Yubico CSV, otpauth URIs";

    /// <summary>A format's name.</summary>
    public static string Name(SeedFormat format) => format switch
    {
        SeedFormat.Pskc => "PSKC",
        SeedFormat.PskcDraft => "PSKC, early draft",
        SeedFormat.SafeNetXml => "SafeNet XML",
        SeedFormat.OathCsv => "OATH CSV",
        SeedFormat.MultiOtpCsv => "multiOTP CSV",
        SeedFormat.EntraCsv => "Entra CSV",
        SeedFormat.YubicoCsv => "Yubico CSV",
        _ => "otpauth URIs",
    };
}
