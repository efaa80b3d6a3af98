namespace HwToken.Pskc;

/// <summary>One credential of a PSKC file: the content of one KeyPackage (RFC 6030, 4). Dispose it to clear the secret.</summary>
public sealed record PskcKey : IDisposable
{
    /// <summary>Key Id: the credential ID in files that HwToken writes. 1 to 128 printable characters.</summary>
    public required string Id { get; init; }

    /// <summary>HOTP or TOTP.</summary>
    public required PskcAlgorithm Algorithm { get; init; }

    /// <summary>Hash of the HMAC.</summary>
    public PskcSuite Suite { get; init; }

    /// <summary>Length of a code, 6 to 8 decimal digits.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>TOTP time step in seconds, 1 to 86,400; null for HOTP.</summary>
    public int? PeriodSeconds { get; init; }

    /// <summary>HOTP: the next counter, 0 or more; null for TOTP.</summary>
    public long? Counter { get; init; }

    /// <summary>TOTP: the Time element, the moving factor's start; 0 when the file has none; null for HOTP.</summary>
    public long? Time { get; init; }

    /// <summary>TOTP: seconds by which the token's clock is ahead (+) or behind (-), as last seen by a server (RFC 6030, 4.2, there in steps). Not written.</summary>
    public long TimeDriftSeconds { get; init; }

    /// <summary>The shared secret. Owned by this key.</summary>
    public required PskcSecret Secret { get; init; }

    /// <summary>Who issued the key, or null.</summary>
    public string? Issuer { get; init; }

    /// <summary>Maker of the device, or null. RFC 6030 wants an "oath." or "iana." prefix; readers take any text.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Serial number of the device, or null. The writer sets it to <see cref="Id"/>.</summary>
    public string? SerialNo { get; init; }

    /// <summary>Model of the device, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Not valid before (UTC), the later of the key's and the device's date; null for no limit.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Not valid after (UTC), the earlier of the key's and the device's date; null for no limit.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Line of the file that it was read from, from 1; 0 when it comes from no file. Not written.</summary>
    public int Line { get; internal set; }

    /// <summary>Clears the secret.</summary>
    public void Dispose() => Secret.Dispose();

    /// <summary>The ID and the algorithm; never the secret.</summary>
    public override string ToString() => $"{Id} ({Algorithm})";
}
