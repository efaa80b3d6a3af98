using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Core.Text;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Exports;

/// <summary>The lists that can be written. Each refuses lots that its reader would misread without a word.</summary>
public static class ExportFormats
{
    /// <summary>pam_oath's parser takes no longer secrets.</summary>
    private const int MostPamBytes = 32;

    /// <summary>All formats.</summary>
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("entra", "Microsoft Entra ID, CSV upload", "upn,serial number,secret key,time interval,manufacturer,model", ForEntra, Entra) { Quote = UserQuoting.Entra },
        new("privacyidea", "privacyIDEA OATH CSV, version 1", null, Sha1Only, unit => $"{unit.Id},{LowerHex(unit)},{Type(unit)},{unit.Lot.Digits},{Factor(unit)}"),
        new("privacyidea2", "privacyIDEA OATH CSV, version 2 (with users)", "# version: 2", Sha1Only, unit => $"{unit.User.Name},{unit.User.Resolver},{unit.User.Realm},{unit.Id},{LowerHex(unit)},{Type(unit)},{unit.Lot.Digits},{Factor(unit)}") { Quote = UserQuoting.PrivacyIdea },
        new("linotp", "LinOTP OATH CSV", null, ForLinOtp, unit => $"{unit.Id},{LowerHex(unit)},{Type(unit)},{unit.Lot.Digits},{unit.Lot.PeriodSeconds},{Hash(unit)}"),
        new("multiotp", "multiOTP CSV", null, Sha1Only, unit => $"{unit.Id};{unit.Lot.Manufacturer};{Type(unit)};{LowerHex(unit)};{unit.Lot.Digits};{Factor(unit)}"),
        new("yubico", "Yubico CSV, OATH mode (HOTP; serial numbers without the prefix)", null, ForYubico, Yubico),
        new("otpauth", "otpauth:// URIs, one a line", null, _ => null, OtpAuth),
        new("pam", "users file of pam_oath", null, ForPam, Pam) { Quote = UserQuoting.Pam },
    ];

    /// <summary>Finds a format.</summary>
    /// <exception cref="FactoryException">There is none of that name.</exception>
    public static ExportFormat Find(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new FactoryException($"No format '{name}'. There are: {string.Join(", ", All.Select(format => format.Name))}.");

    private static string Entra(ExportUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{unit.User.Name},{unit.Id},{Base32.Encode(unit.Secret).TrimEnd('=')},{unit.Lot.PeriodSeconds},{unit.Lot.Manufacturer},{unit.Lot.Model}");

    /// <summary>serial, public ID, private ID (0: OATH), key, access code, time, and a comma at the end.</summary>
    private static string Yubico(ExportUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{unit.Number},,0,{LowerHex(unit)},,{unit.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss},");

    private static string OtpAuth(ExportUnit unit)
    {
        string issuer = Uri.EscapeDataString(unit.Lot.Manufacturer);
        string factor = unit.Lot.Type == OtpType.Hotp ? "counter" : "period";
        return $"otpauth://{Type(unit)}/{issuer}:{unit.Id}?secret={Base32.Encode(unit.Secret).TrimEnd('=')}&issuer={issuer}&algorithm={OtpWords.Of(unit.Lot.Algorithm)}&digits={unit.Lot.Digits}&{factor}={Factor(unit)}";
    }

    /// <summary>type, user, PIN (none), secret, and for HOTP the counter when it is not 0.</summary>
    private static string Pam(ExportUnit unit)
    {
        string type = unit.Lot.Type == OtpType.Hotp ? "HOTP/E/" : string.Create(CultureInfo.InvariantCulture, $"HOTP/T{unit.Lot.PeriodSeconds}/");
        string counter = unit.Lot.Type == OtpType.Hotp && unit.NextCounter > 0 ? string.Create(CultureInfo.InvariantCulture, $"\t{unit.NextCounter}") : "";
        string user = unit.User.Name.Length > 0 ? unit.User.Name : unit.Id;
        return $"{type}{unit.Lot.Digits}\t{user}\t-\t{LowerHex(unit)}{counter}";
    }

    private static string? ForEntra(LotDefinition lot) =>
        lot.Type == OtpType.Totp && lot.Algorithm == OtpAlgorithm.Sha1 && lot.Digits == 6 && lot.PeriodSeconds is 30 or 60
            ? null
            : "Entra ID takes TOTP with SHA-1, 6 digits and 30 or 60 s only";

    private static string? Sha1Only(LotDefinition lot) =>
        lot.Algorithm == OtpAlgorithm.Sha1 ? null : "this list cannot tell the hash, so its reader would take SHA-1 and every code would be wrong; use PSKC";

    private static string? ForLinOtp(LotDefinition lot) =>
        lot.Type == OtpType.Hotp && lot.InitialCounter != 0 ? "LinOTP's list has no place for an HOTP counter; use PSKC" : null;

    private static string? ForYubico(LotDefinition lot) =>
        lot.Type == OtpType.Hotp && lot.Algorithm == OtpAlgorithm.Sha1 && lot.Digits == 6 && lot.InitialCounter == 0 ? null : "Yubico's list is for HOTP with SHA-1, 6 digits and counters that begin at 0";

    private static string? ForPam(LotDefinition lot) =>
        Sha1Only(lot) ?? (lot.SecretBytes > MostPamBytes ? "pam_oath takes secrets of 32 bytes at most" : null);

    private static string LowerHex(ExportUnit unit) => Convert.ToHexStringLower(unit.Secret);

    private static string Type(ExportUnit unit) => unit.Lot.Type == OtpType.Hotp ? "hotp" : "totp";

    private static string Hash(ExportUnit unit) => unit.Lot.Algorithm switch { OtpAlgorithm.Sha1 => "sha1", OtpAlgorithm.Sha256 => "sha256", _ => "sha512" };

    /// <summary>TOTP: the time step. HOTP: the counter of the next code; multiOTP's importer takes "interval_or_event" as the next event, too.</summary>
    private static string Factor(ExportUnit unit) =>
        (unit.Lot.Type == OtpType.Hotp ? unit.NextCounter : unit.Lot.PeriodSeconds).ToString(CultureInfo.InvariantCulture);
}
