using HwToken.Core.Otp;
using HwToken.Validation.Rules;

namespace HwToken.Validation;

/// <summary>What an operator sees of a credential. Nothing of its secret.</summary>
public sealed record CredentialView
{
    /// <summary>Credential ID: the key that it is found by, whatever dashes and case are typed.</summary>
    public required string Id { get; init; }

    /// <summary>Credential ID as the seed file has it, and as it stands on the token.</summary>
    public required string WrittenId { get; init; }

    /// <summary>Lot it came in.</summary>
    public required string Lot { get; init; }

    /// <summary><c>HOTP</c> or <c>TOTP</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>SHA1</c>, <c>SHA256</c> or <c>SHA512</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Digits of a code.</summary>
    public required int Digits { get; init; }

    /// <summary>Time step in seconds.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>Its codes are refused before; null: from the beginning. The seed file's StartDate.</summary>
    public required DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Its codes are refused after; null: for good. The seed file's ExpiryDate.</summary>
    public required DateTimeOffset? ValidUntil { get; init; }

    /// <summary>What the desk has made of it.</summary>
    public required CredentialState State { get; init; }

    /// <summary>Locked by failures, whatever the state.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>Consecutive failures.</summary>
    public required int Failures { get; init; }

    /// <summary>Lowest counter or step that may still be accepted.</summary>
    public required long NextFactor { get; init; }

    /// <summary>TOTP: predicted offset of the token's clock now, in seconds, + is ahead.</summary>
    public required double DriftSeconds { get; init; }

    /// <summary>TOTP: learned rate, in ppm.</summary>
    public required double DriftRatePpm { get; init; }

    /// <summary>TOTP: one standard deviation of the predicted offset, in seconds.</summary>
    public required double DriftSigmaSeconds { get; init; }

    /// <summary>Codes that a sign-in would look at now.</summary>
    public required int WindowCodes { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>When it was enrolled, or null.</summary>
    public required DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When a code of it was last accepted, or null.</summary>
    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it was locked, or null.</summary>
    public required DateTimeOffset? LockedAt { get; init; }

    /// <summary>The credential that took its place, or null.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>Whose it is, by a user name or number; null when nobody has said so, or it has ended.</summary>
    public required string? Holder { get; init; }

    internal static CredentialView Of(Credential credential, ValidationRules rules, long now)
    {
        bool isTotp = credential.Type == OtpType.Totp;
        DriftModel drift = isTotp ? credential.Drift.At(now) : default;
        (_, int behind, int ahead) = CodeSearch.Window(credential, now, rules);
        return new CredentialView
        {
            Id = credential.Id,
            WrittenId = credential.WrittenId,
            Digits = credential.Digits,
            ValidFrom = credential.NotBefore == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(credential.NotBefore),
            ValidUntil = credential.NotAfter == long.MaxValue ? null : DateTimeOffset.FromUnixTimeSeconds(credential.NotAfter),
            Lot = credential.Lot,
            Type = OtpWords.Of(credential.Type),
            Algorithm = OtpWords.Of(credential.Algorithm),
            PeriodSeconds = credential.PeriodSeconds,
            State = credential.State,
            IsLocked = credential.IsLocked(rules),
            Failures = credential.Failures,
            NextFactor = credential.NextFactor,
            DriftSeconds = Math.Round(drift.OffsetSeconds, 3),
            DriftRatePpm = Math.Round(drift.RatePpm, 4),
            DriftSigmaSeconds = Math.Round(Math.Sqrt(Math.Max(0, drift.OffsetVariance)), 3),
            WindowCodes = behind + ahead + 1,
            ImportedAt = DateTimeOffset.FromUnixTimeMilliseconds(credential.ImportedAt),
            ActivatedAt = Moment(credential.ActivatedAt),
            LastSuccessAt = Moment(credential.LastSuccessAt),
            LockedAt = Moment(credential.LockedAt),
            ReplacedBy = credential.ReplacedBy.Length == 0 ? null : credential.ReplacedBy,
            Holder = credential.Holder.Length == 0 ? null : credential.Holder,
        };
    }

    private static DateTimeOffset? Moment(long milliseconds) => milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
