using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>credentials</c>. Times are Unix time: milliseconds, but for the validity and the drift (seconds).</summary>
internal sealed class CredentialRow
{
    /// <summary>Credential ID, normalised.</summary>
    public required string Id { get; init; }

    public string Lot { get; init; } = "";

    public OtpType Type { get; init; }

    public OtpAlgorithm Algorithm { get; init; }

    public int Digits { get; init; }

    /// <summary>Time step in seconds.</summary>
    public int Period { get; init; }

    /// <summary>Master key that <see cref="Secret"/> is sealed under.</summary>
    public int SecretKey { get; set; }

    public required byte[] Secret { get; set; }

    public CredentialState State { get; set; }

    public long LockedAt { get; set; }

    public int Failures { get; set; }

    public long NextFactor { get; init; }

    public double DriftOffset { get; init; }

    public double DriftRate { get; init; }

    public double DriftOffsetVariance { get; init; }

    public double DriftCovariance { get; init; }

    public double DriftRateVariance { get; init; }

    public long DriftAt { get; init; }

    public long ImportedAt { get; init; }

    public long ActivatedAt { get; init; }

    public long LastSuccessAt { get; init; }

    public long NotBefore { get; init; }

    public long NotAfter { get; init; } = long.MaxValue;

    public string ReplacedBy { get; set; } = "";

    /// <summary>Entries of the audit chain; every change of the row moves it on, so it is also the row's version.</summary>
    public long AuditSeq { get; set; }

    public byte[] AuditHead { get; set; } = [];

    /// <summary>The row as the rules know it.</summary>
    public CredentialSnapshot ToSnapshot() => new()
    {
        Id = Id,
        Lot = Lot,
        Parameters = new OtpParameters(Type, Algorithm, Digits, Period, 0),
        Secret = new SealedSecret(SecretKey, Secret),
        State = State,
        LockedAt = LockedAt,
        Failures = Failures,
        NextFactor = NextFactor,
        Drift = new DriftModel(DriftOffset, DriftRate, DriftOffsetVariance, DriftCovariance, DriftRateVariance, DriftAt),
        ImportedAt = ImportedAt,
        ActivatedAt = ActivatedAt,
        LastSuccessAt = LastSuccessAt,
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        ReplacedBy = ReplacedBy,
        AuditSequence = AuditSeq,
        AuditHead = AuditHead,
    };
}
