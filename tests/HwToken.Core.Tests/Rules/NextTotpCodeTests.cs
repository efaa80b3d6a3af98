using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

public sealed class NextTotpCodeTests
{
    private static readonly OtpGenerator Rfc = new(OtpAlgorithm.Sha1, 6, Encoding.ASCII.GetBytes("12345678901234567890"));

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
