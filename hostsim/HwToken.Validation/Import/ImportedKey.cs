using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Import;

/// <summary>Makes a credential of one key of a PSKC file.</summary>
internal static class ImportedKey
{
    /// <param name="key">The key; its secret is sealed at once.</param>
    /// <param name="keys">Seals.</param>
    /// <param name="now">Unix time in seconds: the drift is that of this moment.</param>
    /// <returns>The credential, which no lot and no state was given yet.</returns>
    /// <exception cref="PskcException">The key is not one that this service takes.</exception>
    public static Credential ToCredential(PskcKey key, IKeyHolder keys, long now)
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

        if (key.Counter == long.MaxValue)
        {
            throw new PskcException(PskcError.OutOfRange, $"{id}: its counter is at the end, 2^63-1: no code is left. Have the token made anew.");
        }

        OtpType type = key.Algorithm == PskcAlgorithm.Hotp ? OtpType.Hotp : OtpType.Totp;
        OtpAlgorithm algorithm = key.Suite switch
        {
            PskcSuite.Sha256 => OtpAlgorithm.Sha256,
            PskcSuite.Sha512 => OtpAlgorithm.Sha512,
            _ => OtpAlgorithm.Sha1,
        };
        return new Credential
        {
            Id = id,
            Parameters = new OtpParameters(type, algorithm, key.Digits, period, 0),
            Sealed = keys.Seal(id, key.Secret.Span),
            NextFactor = key.Counter ?? 0,
            Drift = DriftModel.New(now, key.TimeDriftSeconds),
            NotBefore = key.StartDate?.ToUnixTimeSeconds() ?? 0,
            NotAfter = key.ExpiryDate?.ToUnixTimeSeconds() ?? long.MaxValue,
        };
    }
}
