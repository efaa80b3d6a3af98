namespace HwToken.Pskc.Reading;

/// <summary>A key while its package is read. Null: not seen yet.</summary>
internal sealed class KeyDraft : IDisposable
{
    public string? Id { get; set; }

    public PskcAlgorithm Algorithm { get; set; }

    public PskcSuite? Suite { get; set; }

    public int? Digits { get; set; }

    public byte[]? Secret { get; set; }

    public long? Counter { get; set; }

    public long? Time { get; set; }

    public long? Interval { get; set; }

    /// <summary>In steps, or in seconds (<see cref="IsDriftInSeconds"/>).</summary>
    public long? Drift { get; set; }

    /// <summary>privacyIDEA, which names itself as the issuer of what it exports, writes seconds where RFC 6030, 4.2 has steps.</summary>
    public bool IsDriftInSeconds => Issuer == "privacyIDEA" && Algorithm == PskcAlgorithm.Totp && Drift is not (null or 0);

    public string? Issuer { get; set; }

    public string? Manufacturer { get; set; }

    public string? SerialNo { get; set; }

    public string? Model { get; set; }

    public DateTimeOffset? Start { get; set; }

    public DateTimeOffset? Expiry { get; set; }

    public bool HasUsage { get; set; }

    public bool MayMakeCodes { get; set; }

    /// <summary>Hands the secret over to the key.</summary>
    public PskcKey ToKey()
    {
        bool totp = Algorithm == PskcAlgorithm.Totp;
        var key = new PskcKey
        {
            Id = Id!,
            Algorithm = Algorithm,
            Suite = Suite ?? PskcSuite.Sha1,
            Digits = Digits!.Value,
            PeriodSeconds = totp ? (int)Interval!.Value : null,
            Counter = totp ? null : Counter ?? 0,
            Time = totp ? Time ?? 0 : null,
            TimeDriftSeconds = totp ? (Drift ?? 0) * (IsDriftInSeconds ? 1 : Interval!.Value) : 0,
            Secret = PskcSecret.Own(Secret!),
            Issuer = Issuer,
            Manufacturer = Manufacturer,
            SerialNo = SerialNo,
            Model = Model,
            StartDate = Start,
            ExpiryDate = Expiry,
        };
        Secret = null;
        return key;
    }

    public void Dispose() => System.Security.Cryptography.CryptographicOperations.ZeroMemory(Secret);
}
