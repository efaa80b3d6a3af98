using System.Globalization;
using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Pskc.Lists;

/// <summary>One key as the text of one list.</summary>
internal static class ListLines
{
    public static string Entra(PskcKey key, SeedUser user) =>
        string.Create(CultureInfo.InvariantCulture, $"{user.Name},{key.Id},{Base32Key(key)},{key.PeriodSeconds},{key.Manufacturer},{key.Model}");

    /// <summary>Numbers as text, as the vendor's example has them. A token is assigned by the user's object ID, never by a name.</summary>
    public static string EntraGraph(PskcKey key, SeedUser user)
    {
        var device = new Dictionary<string, object>
        {
            ["@contentId"] = key.Id,
            ["serialNumber"] = key.Id,
            ["manufacturer"] = key.Manufacturer ?? "",
            ["model"] = key.Model ?? "",
            ["secretKey"] = Base32Key(key),
            ["timeIntervalInSeconds"] = key.PeriodSeconds!.Value.ToString(CultureInfo.InvariantCulture),
            ["hashFunction"] = key.Suite == PskcSuite.Sha256 ? "hmacsha256" : "hmacsha1",
        };
        if (user.Name.Length > 0)
        {
            device["assignTo"] = new Dictionary<string, string>
            {
                ["id"] = Guid.TryParse(user.Name, out Guid id) ? id.ToString() : throw new PskcException(PskcError.BadText, $"Graph assigns a token by the user's object ID, and '{user.Name}' is none. Write the IDs, or leave the users out and assign later."),
            };
        }

        return JsonSerializer.Serialize(device);
    }

    public static string PrivacyIdea(PskcKey key, SeedUser user) => $"{key.Id},{Hex(key)},{Type(key)},{key.Digits},{Factor(key)}";

    public static string PrivacyIdeaWithUser(PskcKey key, SeedUser user) => $"{user.Name},{user.Resolver},{user.Realm},{PrivacyIdea(key, user)}";

    public static string LinOtp(PskcKey key, SeedUser user) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Id},{Hex(key)},{Type(key)},{key.Digits},{key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds},{OtpWords.Of(Hash(key)).ToLowerInvariant()}");

    public static string MultiOtp(PskcKey key, SeedUser user) => $"{key.Id};{key.Manufacturer};{Type(key)};{Hex(key)};{key.Digits};{Factor(key)}";

    /// <summary>serial, public ID, private ID (0: OATH), key, access code, time, and a comma at the end.</summary>
    public static string Yubico(PskcKey key, SeedUser user) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(key.Id)},,0,{Hex(key)},,{(key.StartDate ?? DateTimeOffset.UnixEpoch).UtcDateTime:yyyy-MM-ddTHH:mm:ss},");

    /// <summary>Third: the step of TOTP, or the next counter of HOTP when it is not 0.</summary>
    public static string Duo(PskcKey key, SeedUser user) => $"{key.Id},{Hex(key)}{(key is { Algorithm: PskcAlgorithm.Hotp, Counter: 0 } ? "" : "," + Factor(key))}";

    public static string PingId(PskcKey key, SeedUser user) => $"{key.Id},{Hex(key).ToUpperInvariant()}{(key is { Algorithm: PskcAlgorithm.Hotp, Counter: > 0 } ? "," + Factor(key) : "")}";

    public static string Otpauth(PskcKey key, SeedUser user) => OtpauthUri.Write(
        key.Issuer ?? key.Manufacturer ?? "HwToken",
        key.Id,
        new OtpParameters(key.Algorithm == PskcAlgorithm.Hotp ? OtpType.Hotp : OtpType.Totp, Hash(key), key.Digits, key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds, 0),
        (ulong)(key.Counter ?? 0),
        key.Secret.Span.ToArray());

    /// <summary>type, user, PIN (none), secret, and for HOTP the counter when it is not 0.</summary>
    public static string Pam(PskcKey key, SeedUser user)
    {
        string type = key.Algorithm == PskcAlgorithm.Hotp ? "HOTP/E/" : string.Create(CultureInfo.InvariantCulture, $"HOTP/T{key.PeriodSeconds}/");
        string counter = key.Counter is > 0 ? "\t" + Factor(key) : "";
        return $"{type}{key.Digits}\t{(user.Name.Length > 0 ? user.Name : key.Id)}\t-\t{Hex(key)}{counter}";
    }

    /// <summary>The digits at the end of an ID as a number; null when there are none.</summary>
    public static long? Number(string id)
    {
        int digits = id.Length - id.AsSpan().TrimEnd("0123456789").Length;
        return digits is > 0 and <= 18 ? long.Parse(id.AsSpan(id.Length - digits), CultureInfo.InvariantCulture) : null;
    }

    private static string Hex(PskcKey key) => Convert.ToHexStringLower(key.Secret.Span);

    private static string Base32Key(PskcKey key) => Base32.Encode(key.Secret.Span.ToArray()).TrimEnd('=');

    private static string Type(PskcKey key) => key.Algorithm == PskcAlgorithm.Hotp ? "hotp" : "totp";

    private static OtpAlgorithm Hash(PskcKey key) => key.Suite switch { PskcSuite.Sha1 => OtpAlgorithm.Sha1, PskcSuite.Sha256 => OtpAlgorithm.Sha256, _ => OtpAlgorithm.Sha512 };

    /// <summary>TOTP: the time step. HOTP: the counter of the next code; multiOTP's importer takes "interval_or_event" as the next event, too.</summary>
    private static string Factor(PskcKey key) => (key.Counter ?? key.PeriodSeconds ?? 0).ToString(CultureInfo.InvariantCulture);
}
