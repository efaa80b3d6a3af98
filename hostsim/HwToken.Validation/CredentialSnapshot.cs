using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation;

/// <summary>One credential as the database has it at one moment. Holds its secret sealed only.</summary>
public sealed record CredentialSnapshot
{
    /// <summary>Credential ID, normalised.</summary>
    public required string Id { get; init; }

    /// <summary>Lot it came in.</summary>
    public string Lot { get; init; } = "";

    /// <summary>HOTP or TOTP, hash, digits, period.</summary>
    public required OtpParameters Parameters { get; init; }

    /// <summary>What the desk has made of it.</summary>
    public CredentialState State { get; init; }

    /// <summary>Unix time in milliseconds when ten failures locked it; 0 when it is not locked.</summary>
    public long LockedAt { get; init; }

    /// <summary>Consecutive failures, the attempt in hand included.</summary>
    public int Failures { get; init; }

    /// <summary>Lowest counter or step that may still be accepted.</summary>
    public long NextFactor { get; init; }

    /// <summary>What is known of the token's clock; of no meaning for HOTP.</summary>
    public DriftModel Drift { get; init; }

    /// <summary>The secret under the master key.</summary>
    public required SealedSecret Secret { get; init; }

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
    public string ReplacedBy { get; init; } = "";

    /// <summary>Entries in its audit chain.</summary>
    public long AuditSequence { get; init; }

    /// <summary>MAC of the last entry; empty before the first.</summary>
    public byte[] AuditHead { get; init; } = [];

    /// <summary>True when failures have locked it. A crash between the tenth failure and its record leaves the count, which locks as well.</summary>
    public bool IsLocked(ValidationRules rules) => LockedAt != 0 || Failures >= rules.MaxFailures;

    /// <summary>The ID and the state; never a secret.</summary>
    public override string ToString() => $"{Id} ({State})";
}
