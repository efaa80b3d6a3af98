using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Import;

/// <summary>Makes a credential of one key of a seed file.</summary>
internal static class ImportedKey
{
    /// <summary>Why this service cannot use a key that its file gives in good order; null when it can.</summary>
    /// <param name="key">The key.</param>
    public static SeedRefusal? Obstacle(PskcKey key)
    {
        if (!AnyCredentialId.TryParse(key.Id, out _, out string problem))
        {
            return new SeedRefusal(key.Line, key.Id, PskcError.BadText, problem);
        }

        if (key.PeriodSeconds > OtpParameters.MaxPeriodSeconds)
        {
            return new SeedRefusal(key.Line, key.Id, PskcError.OutOfRange, $"its time step is {key.PeriodSeconds} s; 1 to {OtpParameters.MaxPeriodSeconds} s are taken");
        }

        return key.Counter == long.MaxValue
            ? new SeedRefusal(key.Line, key.Id, PskcError.OutOfRange, "its counter is at the end, 2^63-1: no code is left")
            : null;
    }

    /// <param name="key">A key without <see cref="Obstacle"/>; its secret is sealed at once.</param>
    /// <param name="keys">Seals.</param>
    /// <param name="now">Unix time in seconds: the drift is that of this moment.</param>
    /// <returns>The credential, which no lot and no state was given yet.</returns>
    public static Credential ToCredential(PskcKey key, IKeyHolder keys, long now)
    {
        if (!AnyCredentialId.TryParse(key.Id, out AnyCredentialId id, out string problem))
        {
            throw new ArgumentException(problem, nameof(key));
        }

        int period = key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds;
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
