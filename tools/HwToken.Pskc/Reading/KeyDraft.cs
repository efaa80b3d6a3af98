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

    public long? Drift { get; set; }

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
            TimeDriftSteps = (int)(Drift ?? 0),
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
