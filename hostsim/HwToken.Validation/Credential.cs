using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation;

/// <summary>One credential: a row of <c>credentials</c>, as an import makes it, as the rules judge it, as the desk changes it. Holds its
/// secret sealed only. Each stored property is a column of the same name in snake case.</summary>
public sealed record Credential
{
    /// <summary>Credential ID: its key (<see cref="Pskc.AnyCredentialId.Key"/>).</summary>
    public required string Id { get; init; }

    /// <summary>Credential ID as the seed file has it.</summary>
    public string WrittenId { get; init; } = "";

    /// <summary>Lot it came in.</summary>
    public string Lot { get; init; } = "";

    /// <summary>HOTP or TOTP.</summary>
    public OtpType Type { get; init; }

    /// <summary>Hash of the HMAC.</summary>
    public OtpAlgorithm Algorithm { get; init; }

    /// <summary>Digits of a code.</summary>
    public int Digits { get; init; }

    /// <summary>Time step in seconds.</summary>
    public int PeriodSeconds { get; init; }

    /// <summary>Master key that <see cref="Secret"/> is sealed under.</summary>
    public int SecretKey { get; init; }

    /// <summary>The sealed secret.</summary>
    public byte[] Secret { get; init; } = [];

    /// <summary>What the desk has made of it.</summary>
    public CredentialState State { get; internal set; }

    /// <summary>An operator of the service desk signs in with it: it is not served on the public pages.</summary>
    public bool IsOperators { get; internal set; }

    /// <summary>Unix time in milliseconds when ten failures locked it; 0 when it is not locked.</summary>
    public long LockedAt { get; internal set; }

    /// <summary>Consecutive failures, the attempt in hand included.</summary>
    public int Failures { get; internal set; }

    /// <summary>Codes that were refused within the last minute, as keyed digests.</summary>
    public byte[] RecentFailures { get; internal set; } = [];

    /// <summary>Lowest counter or step that may still be accepted.</summary>
    public long NextFactor { get; internal set; }

    /// <summary>See <see cref="DriftModel.OffsetSeconds"/>.</summary>
    public double DriftOffset { get; init; }

    /// <summary>See <see cref="DriftModel.RatePpm"/>.</summary>
    public double DriftRate { get; init; }

    /// <summary>See <see cref="DriftModel.OffsetVariance"/>.</summary>
    public double DriftOffsetVariance { get; init; }

    /// <summary>See <see cref="DriftModel.Covariance"/>.</summary>
    public double DriftCovariance { get; init; }

    /// <summary>See <see cref="DriftModel.RateVariance"/>.</summary>
    public double DriftRateVariance { get; init; }

    /// <summary>See <see cref="DriftModel.MeasuredAt"/>.</summary>
    public long DriftAt { get; init; }

    /// <summary>Seconds by which the public reset has moved the drift since somebody last vouched for the owner.</summary>
    public double PublicShift { get; init; }

    /// <summary>Unix time in seconds when the public pages last moved the drift; 0: never.</summary>
    public long PublicShiftAt { get; init; }

    /// <summary>Unix time in seconds of the last start with a restored database; 0: none, or made up for since.</summary>
    public long RestoredAt { get; internal set; }

    /// <summary>Unix time in milliseconds of the import.</summary>
    public long ImportedAt { get; init; }

    /// <summary>Unix time in milliseconds of the enrolment, or 0.</summary>
    public long ActivatedAt { get; init; }

    /// <summary>Unix time in milliseconds of the last accepted code, or 0.</summary>
    public long LastSuccessAt { get; init; }

    /// <summary>Unix time in seconds before which its codes are refused.</summary>
    public long NotBefore { get; init; }

    /// <summary>Unix time in seconds after which its codes are refused.</summary>
    public long NotAfter { get; init; } = long.MaxValue;

    /// <summary>The credential that took its place, or empty.</summary>
    public string ReplacedBy { get; internal set; } = "";

    /// <summary>Whose it is, by a user name or number (<see cref="Rules.Holder"/>); empty when nobody has said so, and again when it has ended.</summary>
    public string Holder { get; internal set; } = "";

    /// <summary>Entries in its audit chain. Every change of the row adds one, so it is also the row's version.</summary>
    public long AuditSeq { get; internal set; }

    /// <summary>MAC of the last entry; empty before the first.</summary>
    public byte[] AuditHead { get; internal set; } = [];

    /// <summary>MAC of the row, the secret left out.</summary>
    public byte[] Mac { get; internal set; } = [];

    /// <summary>How its codes are made.</summary>
    public OtpParameters Parameters
    {
        get => new(Type, Algorithm, Digits, PeriodSeconds, 0);
        init => (Type, Algorithm, Digits, PeriodSeconds) = (value.Type, value.Algorithm, value.Digits, value.PeriodSeconds);
    }

    /// <summary>The secret under its master key.</summary>
    public SealedSecret Sealed
    {
        get => new(SecretKey, Secret);
        init => (SecretKey, Secret) = (value.KeyId, value.Bytes);
    }

    /// <summary>What is known of the token's clock; of no meaning for HOTP.</summary>
    public DriftModel Drift
    {
        get => new(DriftOffset, DriftRate, DriftOffsetVariance, DriftCovariance, DriftRateVariance, DriftAt);
        init => (DriftOffset, DriftRate, DriftOffsetVariance, DriftCovariance, DriftRateVariance, DriftAt) =
            (value.OffsetSeconds, value.RatePpm, value.OffsetVariance, value.Covariance, value.RateVariance, value.MeasuredAt);
    }

    /// <summary>HOTP after a restored database: which counters were used since the copy, two codes in a row must tell.</summary>
    public bool NeedsPair => Type == OtpType.Hotp && RestoredAt != 0;

    /// <summary>TOTP: the time step that the token is believed to be in, by what was learned from people who were vouched for.</summary>
    /// <param name="now">True Unix time in seconds.</param>
    public long VouchedStep(long now) => (long)Math.Floor((now + Drift.At(now).OffsetSeconds - PublicShift) / PeriodSeconds);

    /// <summary>True when failures have locked it. A count that no lock was recorded for locks as well.</summary>
    public bool IsLocked(ValidationRules rules) => LockedAt != 0 || Failures >= rules.MaxFailures;

    /// <summary>The ID and the state; never a secret.</summary>
    public override string ToString() => $"{Id} ({State})";
}
