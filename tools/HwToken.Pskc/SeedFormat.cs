namespace HwToken.Pskc;

/// <summary>Formats of seed files. Each is recognised by its content (<see cref="SeedReader"/>).</summary>
public enum SeedFormat
{
    /// <summary>RFC 6030, and the later drafts of it, which have the same structure.</summary>
    Pskc,

    /// <summary>The early drafts of RFC 6030 with values in <c>Data Name="SECRET"</c>, as ActivIdentity writes them.</summary>
    PskcDraft,

    /// <summary>SafeNet's (Aladdin's) XML: <c>Tokens/Token/Applications/Application/Seed</c>.</summary>
    SafeNetXml,

    /// <summary>Lines <c>serial, key[, type[, digits[, step or counter[, hash]]]]</c>: LinOTP, privacyIDEA, NetIQ.</summary>
    OathCsv,

    /// <summary>Lines <c>serial;manufacturer;type;key;digits;step or counter</c>.</summary>
    MultiOtpCsv,

    /// <summary>Microsoft Entra ID's list, keys in Base32.</summary>
    EntraCsv,

    /// <summary>Logs of Yubico's personalization tool, "traditional" and "Yubico" form.</summary>
    YubicoCsv,

    /// <summary><c>otpauth://</c> URIs, one a line.</summary>
    Otpauth,
}
