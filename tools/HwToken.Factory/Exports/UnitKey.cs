using HwToken.Core.Otp;
using HwToken.Factory.Lots;
using HwToken.Pskc;

namespace HwToken.Factory.Exports;

/// <summary>A unit of a lot as a key of a seed file.</summary>
internal static class UnitKey
{
    /// <param name="lot">What all units have in common.</param>
    /// <param name="id">Credential ID.</param>
    /// <param name="nextCounter">HOTP: the first counter that the token has not shown.</param>
    /// <param name="secret">Copied.</param>
    public static PskcKey Of(LotDefinition lot, string id, long nextCounter, byte[] secret) => new()
    {
        Id = id,
        Algorithm = lot.Type == OtpType.Hotp ? PskcAlgorithm.Hotp : PskcAlgorithm.Totp,
        Suite = lot.Algorithm switch { OtpAlgorithm.Sha1 => PskcSuite.Sha1, OtpAlgorithm.Sha256 => PskcSuite.Sha256, _ => PskcSuite.Sha512 },
        Digits = lot.Digits,
        PeriodSeconds = lot.Type == OtpType.Totp ? lot.PeriodSeconds : null,
        Time = lot.Type == OtpType.Totp ? 0 : null,
        Counter = lot.Type == OtpType.Hotp ? nextCounter : null,
        Secret = new PskcSecret(secret),
        Issuer = lot.Manufacturer,
        Manufacturer = lot.Manufacturer,
        SerialNo = id,
        Model = lot.Model,
    };
}
