using System.Text.Json;
using System.Text.Json.Serialization;
using HwToken.Core.Otp;

namespace HwToken.Factory.Lots;

/// <summary>What all credentials of a lot have in common.</summary>
public sealed record LotDefinition
{
    /// <summary>Name of the lot: letters, digits, '.', '_' and '-'.</summary>
    public required string LotId { get; init; }

    /// <summary>Letters and digits before the number of an ID.</summary>
    public required string Prefix { get; init; }

    /// <summary>How many tokens the lot is to yield. It may hold more credentials: those that replace scrapped ones.</summary>
    public required int Count { get; init; }

    /// <summary>Counter or time step.</summary>
    public OtpType Type { get; init; } = OtpType.Totp;

    /// <summary>Hash of the HMAC.</summary>
    public OtpAlgorithm Algorithm { get; init; } = OtpAlgorithm.Sha1;

    /// <summary>Digits of a code.</summary>
    public int Digits { get; init; } = OtpParameters.MinDigits;

    /// <summary>Time step in seconds.</summary>
    public int PeriodSeconds { get; init; } = OtpParameters.DefaultPeriodSeconds;

    /// <summary>First HOTP counter.</summary>
    public long InitialCounter { get; init; }

    /// <summary>Maker, as seed files name it.</summary>
    public string Manufacturer { get; init; } = "HwToken";

    /// <summary>Model, as seed files name it.</summary>
    public string Model { get; init; } = "HwToken";

    /// <summary>When it was created, in whole seconds.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Parameters of every credential.</summary>
    [JsonIgnore]
    public OtpParameters Parameters => new(Type, Algorithm, Digits, PeriodSeconds, (ulong)InitialCounter);

    /// <summary>Bytes of a secret: as many as the hash has (RFC 4226, R6; RFC 6238, 5.1).</summary>
    [JsonIgnore]
    public int SecretBytes => Algorithm switch { OtpAlgorithm.Sha1 => 20, OtpAlgorithm.Sha256 => 32, _ => 64 };

    /// <summary>Refuses what no token takes.</summary>
    /// <exception cref="FactoryException">A value is off.</exception>
    public void Check()
    {
        bool isNamed = LotId.Length is >= 1 and <= 64 && char.IsAsciiLetterOrDigit(LotId[0]) && LotId.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        if (!isNamed)
        {
            throw new FactoryException($"'{LotId}' is no name for a lot. Use letters, digits, '.', '_' and '-', at most 64.");
        }

        if (InitialCounter < 0 || !OtpParameters.AreValid(Type, Algorithm, Digits, PeriodSeconds, (ulong)InitialCounter))
        {
            throw new FactoryException("Use HOTP or TOTP, SHA1, SHA256 or SHA512, 6 to 8 digits, a period of 1 to 300 s, and a first counter for HOTP only.");
        }
    }

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static LotDefinition FromJson(string json) => JsonSerializer.Deserialize<LotDefinition>(json)!;
}
