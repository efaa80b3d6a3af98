using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Import;

/// <summary>Makes a credential of one key of a seed file.</summary>
internal static class ImportedKey
{
    /// <param name="key">The key; its secret is sealed at once.</param>
    /// <param name="keys">Seals.</param>
    /// <param name="now">Unix time in seconds: the drift is that of this moment.</param>
    /// <returns>The credential, which no lot and no state was given yet.</returns>
    /// <exception cref="PskcException">The key is not one that this service takes.</exception>
    public static Credential ToCredential(PskcKey key, IKeyHolder keys, long now)
    {
        if (!AnyCredentialId.TryParse(key.Id, out AnyCredentialId id, out string problem))
        {
            throw new PskcException(PskcError.BadText, $"Key '{key.Id}': {problem}. Nothing was imported; have the file written anew.");
        }

        int period = key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds;
        if (period > OtpParameters.MaxPeriodSeconds)
        {
            throw new PskcException(PskcError.OutOfRange, $"Key '{id}': its time step is {period} s; this service takes 1 to {OtpParameters.MaxPeriodSeconds} s. Nothing was imported.");
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
            Id = id.Key,
            WrittenId = id.Written,
            Parameters = new OtpParameters(type, algorithm, key.Digits, period, 0),
            Sealed = keys.Seal(id.Key, key.Secret.Span),
            NextFactor = key.Counter ?? 0,
            Drift = DriftModel.New(now, key.TimeDriftSeconds),
            NotBefore = key.StartDate?.ToUnixTimeSeconds() ?? 0,
            NotAfter = key.ExpiryDate?.ToUnixTimeSeconds() ?? long.MaxValue,
        };
    }
}
