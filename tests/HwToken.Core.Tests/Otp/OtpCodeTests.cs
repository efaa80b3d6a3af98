using FsCheck.Fluent;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class OtpCodeTests
{
    [Fact]
    public void Any_code_reads_as_the_platform_formats_it()
    {
        var cases = from digits in Gen.Choose(6, 8)
                    from code in Gen.Choose(0, (int)Math.Pow(10, digits) - 1)
                    select (digits, code);
        Seeded.Check(cases, c => Assert.Equal(c.code.ToString("D" + c.digits), OtpCode.Format((uint)c.code, c.digits)));
    }
}
