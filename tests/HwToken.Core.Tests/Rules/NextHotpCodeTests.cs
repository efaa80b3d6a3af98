using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

public sealed class NextHotpCodeTests
{
    // Counters 910737 and 910738 of the RFC 4226 secret share the code 911617: the first collision of neighbours, found
    // by walking up from counter 0 until two neighbours were equal.
    private const ulong FirstOfEqualPair = 910737;

    // The first counter whose code is 000000: nothing was shown before it, so nothing makes it equal to the last one.
    private const ulong FirstZero = 349495;

    private static readonly OtpGenerator Rfc = new(OtpAlgorithm.Sha1, 6, Encoding.ASCII.GetBytes("12345678901234567890"));

    [Fact]
    public void The_collision_of_this_table_is_a_real_one()
    {
        Assert.Equal(911617u, Rfc.Compute(FirstOfEqualPair));
        Assert.Equal(911617u, Rfc.Compute(FirstOfEqualPair + 1));
    }

    [Theory]
    [InlineData(0, false, 0, 755224)]
    [InlineData(1, true, 1, 287082)]
    [InlineData(2, true, 2, 359152)]
    [InlineData(2, false, 2, 359152)]
    [InlineData(FirstOfEqualPair, true, FirstOfEqualPair, 911617)]
    [InlineData(FirstOfEqualPair + 1, true, FirstOfEqualPair + 2, 538706)]
    [InlineData(FirstOfEqualPair + 1, false, FirstOfEqualPair + 1, 911617)]
    [InlineData(FirstZero, false, FirstZero, 0)]
    [InlineData(FirstZero, true, FirstZero, 0)]
    public void The_next_code_is_that_of_the_next_counter_whose_code_differs(ulong next, bool isIssued, ulong factor, uint code)
    {
        NextCode answer = NextCode.ForHotp(Rfc, next, isIssued);
        Assert.Equal((NextCodeVerdict.Ready, factor, code, 0), (answer.Verdict, answer.Factor, answer.Code, answer.WaitSeconds));
    }

    [Theory]
    [InlineData(ulong.MaxValue - 1, false, NextCodeVerdict.Ready)]
    [InlineData(ulong.MaxValue - 1, true, NextCodeVerdict.Ready)]
    [InlineData(ulong.MaxValue, false, NextCodeVerdict.Exhausted)]
    [InlineData(ulong.MaxValue, true, NextCodeVerdict.Exhausted)]
    public void The_largest_counter_is_never_used(ulong next, bool isIssued, NextCodeVerdict verdict)
    {
        NextCode answer = NextCode.ForHotp(Rfc, next, isIssued);
        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(verdict == NextCodeVerdict.Ready ? next : 0, answer.Factor);
    }

    [Fact]
    public void A_collision_at_the_last_counter_exhausts_the_credential()
    {
        // Secret: 20 bytes big-endian 525852, the first number whose codes of the last two usable counters are equal,
        // found by counting the secret up from 0.
        byte[] secret = new byte[20];
        BigEndian.WriteUInt32(secret, 16, 525852);
        OtpGenerator generator = new(OtpAlgorithm.Sha1, 6, secret);
        Assert.Equal(generator.Compute(ulong.MaxValue - 2), generator.Compute(ulong.MaxValue - 1));

        Assert.Equal(NextCodeVerdict.Ready, NextCode.ForHotp(generator, ulong.MaxValue - 1, false).Verdict);
        Assert.Equal(NextCodeVerdict.Exhausted, NextCode.ForHotp(generator, ulong.MaxValue - 1, true).Verdict);
    }

    [Fact]
    public void Presses_across_the_collision_skip_one_counter_and_never_show_equal_neighbours()
    {
        List<ulong> factors = [];
        uint last = Rfc.Compute(FirstOfEqualPair - 5);
        ulong next = FirstOfEqualPair - 4;
        for (int press = 0; press < 10; press++)
        {
            NextCode answer = NextCode.ForHotp(Rfc, next, true);
            Assert.NotEqual(last, answer.Code);
            factors.Add(answer.Factor);
            last = answer.Code;
            next = answer.Factor + 1;
        }

        Assert.DoesNotContain(FirstOfEqualPair + 1, factors);
        Assert.Equal(10, factors.Distinct().Count());
        Assert.Equal(FirstOfEqualPair + 6, factors[^1]);
    }

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
