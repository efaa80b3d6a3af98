using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class OtpParametersTests
{
    [Theory]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0UL)]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha512, 8, 30, ulong.MaxValue)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha256, 7, 1, 0UL)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1, 6, 300, 0UL)]
    public void What_is_in_range_is_kept(OtpType type, OtpAlgorithm algorithm, int digits, int period, ulong counter)
    {
        OtpParameters parameters = new(type, algorithm, digits, period, counter);
        Assert.Equal(
            (type, algorithm, digits, period, counter),
            (parameters.Type, parameters.Algorithm, parameters.Digits, parameters.PeriodSeconds, parameters.InitialCounter));
    }

    [Theory]
    [InlineData((OtpType)0, OtpAlgorithm.Sha1, 6, 30, 0UL)]
    [InlineData((OtpType)3, OtpAlgorithm.Sha1, 6, 30, 0UL)]
    [InlineData(OtpType.Hotp, (OtpAlgorithm)0, 6, 30, 0UL)]
    [InlineData(OtpType.Hotp, (OtpAlgorithm)4, 6, 30, 0UL)]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1, 5, 30, 0UL)]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1, 9, 30, 0UL)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1, 6, 0, 0UL)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1, 6, -30, 0UL)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1, 6, 301, 0UL)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1, 6, 30, 1UL)]
    public void What_is_out_of_range_is_refused(OtpType type, OtpAlgorithm algorithm, int digits, int period, ulong counter)
    {
        Assert.False(OtpParameters.AreValid(type, algorithm, digits, period, counter));
        Assert.Throws<ArgumentException>(() => new OtpParameters(type, algorithm, digits, period, counter));
    }
}
