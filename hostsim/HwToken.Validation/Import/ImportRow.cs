using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Import;

/// <summary>One key of a PSKC file as a row of the database, its secret sealed already.</summary>
internal sealed record ImportRow(string Id, OtpParameters Parameters, SealedSecret Secret, long NextFactor, DriftModel Drift, long NotBefore, long NotAfter)
{
    /// <exception cref="PskcException">The key is not one that this service takes.</exception>
    public static ImportRow Of(PskcKey key, IKeyHolder keys, long now)
    {
        if (!CredentialId.TryParse(key.Id, out string id) || id.Length != key.Id.Trim().Length)
        {
            throw new PskcException(PskcError.BadText, "A key Id is not a credential ID of 12 letters and digits that begins with a letter. Have the lot written anew.");
        }

        int period = key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds;
        if (key.Digits != ValidationRules.CodeDigits || period > OtpParameters.MaxPeriodSeconds)
        {
            throw new PskcException(PskcError.OutOfRange, $"{id}: this service takes codes of six digits and periods of 1 to 300 s only.");
        }

        OtpType type = key.Algorithm == PskcAlgorithm.Hotp ? OtpType.Hotp : OtpType.Totp;
        OtpAlgorithm algorithm = key.Suite switch
        {
            PskcSuite.Sha256 => OtpAlgorithm.Sha256,
            PskcSuite.Sha512 => OtpAlgorithm.Sha512,
            _ => OtpAlgorithm.Sha1,
        };
        return new ImportRow(
            id,
            new OtpParameters(type, algorithm, key.Digits, period, 0),
            keys.Seal(id, key.Secret.Span),
            key.Counter ?? 0,
            DriftModel.New(now, key.TimeDriftSeconds),
            key.StartDate?.ToUnixTimeSeconds() ?? 0,
            key.ExpiryDate?.ToUnixTimeSeconds() ?? long.MaxValue);
    }

    /// <summary>The row of the database, without an audit trail yet.</summary>
    /// <param name="lot">Lot that it came in.</param>
    /// <param name="activate">Whether it may be used at once.</param>
    /// <param name="at">Unix time in milliseconds.</param>
    public CredentialRow ToCredential(string lot, bool activate, long at) => new()
    {
        Id = Id,
        Lot = lot,
        Type = Parameters.Type,
        Algorithm = Parameters.Algorithm,
        Digits = Parameters.Digits,
        Period = Parameters.PeriodSeconds,
        SecretKey = Secret.KeyId,
        Secret = Secret.Bytes,
        State = activate ? CredentialState.Active : CredentialState.Inactive,
        NextFactor = NextFactor,
        DriftOffset = Drift.OffsetSeconds,
        DriftRate = Drift.RatePpm,
        DriftOffsetVariance = Drift.OffsetVariance,
        DriftCovariance = Drift.Covariance,
        DriftRateVariance = Drift.RateVariance,
        DriftAt = Drift.MeasuredAt,
        ImportedAt = at,
        ActivatedAt = activate ? at : 0,
        NotBefore = NotBefore,
        NotAfter = NotAfter,
    };
}
