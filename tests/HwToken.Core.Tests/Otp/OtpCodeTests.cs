using FsCheck.Fluent;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class OtpCodeTests
{
    [Theory]
    [InlineData(0, 6, "000000")]
    [InlineData(7, 6, "000007")]
    [InlineData(999999, 6, "999999")]
    [InlineData(42, 7, "0000042")]
    [InlineData(7081804, 8, "07081804")]
    [InlineData(99999999, 8, "99999999")]
    public void Leading_zeros_are_always_shown(uint code, int digits, string expected)
    {
        Assert.Equal(expected, OtpCode.Format(code, digits));
    }

    [Fact]
    public void Any_code_reads_as_the_platform_formats_it()
    {
        var cases = from digits in Gen.Choose(6, 8)
                    from code in Gen.Choose(0, (int)Math.Pow(10, digits) - 1)
                    select (digits, code);
        Seeded.Check(cases, c => Assert.Equal(c.code.ToString("D" + c.digits), OtpCode.Format((uint)c.code, c.digits)));
    }
}
