using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

public sealed class NextTotpCodeTests
{
    // Steps 57766335 and 57766336 (30 November 2024, 18:07:30 and 18:08:00) of the RFC 6238 SHA-1 secret share the code
    // 251166: found by walking up from step 56000000 until two neighbours were equal.
    private const ulong FirstOfEqualPair = 57766335;
    private const long StartOfFirst = 30 * (long)FirstOfEqualPair;

    private static readonly OtpGenerator Rfc = new(OtpAlgorithm.Sha1, 6, Encoding.ASCII.GetBytes("12345678901234567890"));

    [Fact]
    public void The_collision_of_this_table_is_a_real_one()
    {
        Assert.Equal(251166u, Rfc.Compute(FirstOfEqualPair));
        Assert.Equal(251166u, Rfc.Compute(FirstOfEqualPair + 1));
    }

    [Theory]
    // Never shown yet: the step of now, however far it is.
    [InlineData(0UL, false, 59, 30, NextCodeVerdict.Ready, 1UL, 0)]
    [InlineData(1UL, false, 59, 30, NextCodeVerdict.Ready, 1UL, 0)]
    [InlineData(1UL, false, 1111111109, 30, NextCodeVerdict.Ready, 0x23523ECUL, 0)]
    // The step of now is spent: wait for the next one, to the second.
    [InlineData(2UL, true, 30, 30, NextCodeVerdict.Wait, 0UL, 30)]
    [InlineData(2UL, true, 31, 30, NextCodeVerdict.Wait, 0UL, 29)]
    [InlineData(2UL, true, 59, 30, NextCodeVerdict.Wait, 0UL, 1)]
    [InlineData(2UL, true, 60, 30, NextCodeVerdict.Ready, 2UL, 0)]
    [InlineData(2UL, false, 59, 30, NextCodeVerdict.Wait, 0UL, 1)]
    [InlineData(1UL, true, 31, 300, NextCodeVerdict.Wait, 0UL, 269)]
    [InlineData(1UL, true, 300, 300, NextCodeVerdict.Ready, 1UL, 0)]
    [InlineData(60UL, true, 59, 1, NextCodeVerdict.Wait, 0UL, 1)]
    [InlineData(60UL, true, 60, 1, NextCodeVerdict.Ready, 60UL, 0)]
    // The clock is behind the last code, by one step or by years.
    [InlineData(2UL, true, 29, 30, NextCodeVerdict.ClockBehind, 0UL, 0)]
    [InlineData(2UL, false, 29, 30, NextCodeVerdict.ClockBehind, 0UL, 0)]
    [InlineData(57766336UL, true, 0, 30, NextCodeVerdict.ClockBehind, 0UL, 0)]
    [InlineData(ulong.MaxValue, true, 1111111109, 30, NextCodeVerdict.ClockBehind, 0UL, 0)]
    // Neighbours with equal codes: the second is not shown; the third may be. Unissued, nothing was there to be equal to.
    [InlineData(FirstOfEqualPair + 1, true, StartOfFirst + 30, 30, NextCodeVerdict.Wait, 0UL, 30)]
    [InlineData(FirstOfEqualPair + 1, true, StartOfFirst + 59, 30, NextCodeVerdict.Wait, 0UL, 1)]
    [InlineData(FirstOfEqualPair + 1, true, StartOfFirst + 60, 30, NextCodeVerdict.Ready, FirstOfEqualPair + 2, 0)]
    [InlineData(FirstOfEqualPair + 1, false, StartOfFirst + 30, 30, NextCodeVerdict.Ready, FirstOfEqualPair + 1, 0)]
    public void What_the_rules_say(
        ulong next, bool isIssued, long unixSeconds, int period, NextCodeVerdict verdict, ulong factor, int waitSeconds)
    {
        NextCode answer = NextCode.ForTotp(Rfc, next, isIssued, unixSeconds, period);
        uint code = verdict == NextCodeVerdict.Ready ? Rfc.Compute(factor) : 0;
        Assert.Equal((verdict, factor, code, waitSeconds), (answer.Verdict, answer.Factor, answer.Code, answer.WaitSeconds));
    }

    [Fact]
    public void A_far_step_whose_code_equals_the_last_one_waits_too()
    {
        // Step 1 of the RFC secret has the code 287082; the next step with that code lies far away.
        ulong step = 2;
        while (Rfc.Compute(step) != Rfc.Compute(1) && step < 20_000_000)
        {
            step++;
        }

        Assert.Equal(Rfc.Compute(1), Rfc.Compute(step));
        NextCode answer = NextCode.ForTotp(Rfc, 2, true, (30 * (long)step) + 10, 30);
        Assert.Equal((NextCodeVerdict.Wait, 20), (answer.Verdict, answer.WaitSeconds));
    }

    [Fact]
    public void Presses_at_any_times_never_repeat_a_step_nor_show_equal_neighbours()
    {
        var runs = from secret in Any.Secret
                   from period in Gen.Choose(1, 300)
                   from pauses in Gen.Choose(-40, 400).ArrayOf(30)
                   select (generator: new OtpGenerator(OtpAlgorithm.Sha1, 6, secret), period, pauses);
        Seeded.Check(runs, run =>
        {
            long now = 1_700_000_000;
            NextCode last = NextCode.ForTotp(run.generator, 0, false, now, run.period);
            foreach (int pause in run.pauses)
            {
                now += pause;
                NextCode answer = NextCode.ForTotp(run.generator, last.Factor + 1, true, now, run.period);
                Assert.InRange(answer.WaitSeconds, answer.Verdict == NextCodeVerdict.Wait ? 1 : 0, run.period);
                if (answer.Verdict == NextCodeVerdict.Ready)
                {
                    Assert.True(answer.Factor > last.Factor);
                    Assert.NotEqual(last.Code, answer.Code);
                    last = answer;
                }
            }
        });
    }
}
