using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

public sealed class NextHotpCodeTests
{
    [Fact]
    public void Any_credential_gets_a_code_of_an_unused_counter_that_differs_from_the_last()
    {
        var cases = from algorithm in Any.Algorithm
                    from secret in Any.Secret
                    from next in Any.UInt64
                    select (generator: new OtpGenerator(algorithm, 6, secret), next: Math.Clamp(next, 1, ulong.MaxValue - 10));
        Seeded.Check(cases, c =>
        {
            NextCode answer = NextCode.ForHotp(c.generator, c.next, true);
            Assert.Equal(NextCodeVerdict.Ready, answer.Verdict);
            Assert.InRange(answer.Factor, c.next, c.next + 9);
            Assert.Equal(c.generator.Compute(answer.Factor), answer.Code);
            Assert.NotEqual(c.generator.Compute(c.next - 1), answer.Code);
        });
    }
}
