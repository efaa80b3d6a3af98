using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation.Rules;

/// <summary>A credential that is nobody's: what an attempt on an unknown ID is compared with, so that it costs what a known one costs and the
/// time of an answer does not tell which IDs exist.</summary>
internal static class Decoy
{
    private const int SecretBytes = 20;

    private static readonly OtpParameters Parameters = new(OtpType.Totp, OtpAlgorithm.Sha1, ValidationRules.CodeDigits, OtpParameters.DefaultPeriodSeconds, 0);

    /// <summary>Sealed anew each time: the master key may have been rotated, and sealing costs what opening costs.</summary>
    public static Credential For(AttemptRequest request, IKeyHolder keys) => new()
    {
        Id = request.CredentialId,
        Parameters = Parameters,
        Sealed = keys.Seal(request.CredentialId, stackalloc byte[SecretBytes]),
        Drift = DriftModel.New(request.Seconds),
    };
}
