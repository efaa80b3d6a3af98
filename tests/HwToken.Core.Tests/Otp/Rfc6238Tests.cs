using System.Text;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

/// <summary>RFC 6238, appendix B: six instants, three algorithms, 8 digits. The secret is as long as the hash.</summary>
public sealed class Rfc6238Tests
{
    private const string Digits = "1234567890123456789012345678901234567890123456789012345678901234";

    [Theory]
    [InlineData(59, 0x1, "94287082", "46119246", "90693936")]
    [InlineData(1111111109, 0x23523EC, "07081804", "68084774", "25091201")]
    [InlineData(1111111111, 0x23523ED, "14050471", "67062674", "99943326")]
    [InlineData(1234567890, 0x273EF07, "89005924", "91819424", "93441116")]
    [InlineData(2000000000, 0x3F940AA, "69279037", "90698825", "38618901")]
    [InlineData(20000000000, 0x27BC86AA, "65353130", "77737706", "47863826")]
    public void The_whole_table(long unixSeconds, ulong step, string sha1, string sha256, string sha512)
    {
        Assert.Equal(step, TimeStep.At(unixSeconds, OtpParameters.DefaultPeriodSeconds));
        Assert.Equal(sha1, Code(OtpAlgorithm.Sha1, 20, step));
        Assert.Equal(sha256, Code(OtpAlgorithm.Sha256, 32, step));
        Assert.Equal(sha512, Code(OtpAlgorithm.Sha512, 64, step));
    }

    private static string Code(OtpAlgorithm algorithm, int secretBytes, ulong step)
    {
        byte[] secret = Encoding.ASCII.GetBytes(Digits[..secretBytes]);
        return OtpCode.Format(new OtpGenerator(algorithm, 8, secret).Compute(step), 8);
    }
}
