using FsCheck;
using FsCheck.Fluent;
using HwToken.Core.Otp;
using OtpNet;

namespace HwToken.Core.Tests.Otp;

/// <summary>Otp.NET, which many .NET sign-ins check codes with, computes the same ones.</summary>
public sealed class OtpNetTests
{
    private static Gen<(byte[] Secret, OtpAlgorithm Algorithm, int Digits, int Step)> Credentials =>
        from secret in Any.Secret
        from algorithm in Any.Algorithm
        from digits in Gen.Choose(OtpParameters.MinDigits, OtpParameters.MaxDigits)
        from step in Gen.Choose(1, OtpParameters.MaxPeriodSeconds)
        select (secret, algorithm, digits, step);

    [Fact]
    public void Counting_codes_are_those_of_Otp_NET() =>
        Seeded.Check(from credential in Credentials from counter in Any.UInt64 select (credential, counter), given =>
        {
            var ((secret, algorithm, digits, _), counter) = given;
            counter &= long.MaxValue;
            string theirs = new Hotp(secret, Mode(algorithm), digits).ComputeHOTP((long)counter);
            Assert.Equal(theirs, Ours(secret, algorithm, digits, counter));
        });

    [Fact]
    public void Timed_codes_are_those_of_Otp_NET() =>
        Seeded.Check(from credential in Credentials from seconds in Any.UInt32 select (credential, seconds), given =>
        {
            var ((secret, algorithm, digits, step), seconds) = given;
            string theirs = new Totp(secret, step, Mode(algorithm), digits).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
            Assert.Equal(theirs, Ours(secret, algorithm, digits, seconds / (uint)step));
        });

    private static string Ours(byte[] secret, OtpAlgorithm algorithm, int digits, ulong factor) =>
        new OtpGenerator(algorithm, digits, secret).Compute(factor).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static OtpHashMode Mode(OtpAlgorithm algorithm) =>
        algorithm switch { OtpAlgorithm.Sha1 => OtpHashMode.Sha1, OtpAlgorithm.Sha256 => OtpHashMode.Sha256, _ => OtpHashMode.Sha512 };
}
