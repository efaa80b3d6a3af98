using HwToken.Core.Otp;
using HwToken.Core.Rules;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Which time step the next press takes, or how long it waits.</summary>
    [TestClass]
    public class NextTotpCodeTests
    {
        /// <summary>Steps 57766335 and 57766336 of the RFC's secret share the code 251166: found by walking up from 56000000 until two neighbours were equal.</summary>
        private const ulong FirstOfEqualPair = 57766335;

        private const int Ready = (int)NextCodeVerdict.Ready;
        private const int Wait = (int)NextCodeVerdict.Wait;
        private const int Behind = (int)NextCodeVerdict.ClockBehind;

        [TestMethod]
        public void The_collision_of_these_tests_is_a_real_one()
        {
            Assert.AreEqual(251166u, Samples.Generator().Compute(FirstOfEqualPair));
            Assert.AreEqual(251166u, Samples.Generator().Compute(FirstOfEqualPair + 1));
        }

        [DataRow(0ul, 59L, 30, 1ul)]
        [DataRow(1ul, 59L, 30, 1ul)]
        [DataRow(1ul, 1111111109L, 30, 37037036ul)]
        [DataRow(57766336ul, 1732990080L, 30, 57766336ul)]
        [TestMethod]
        public void A_token_that_showed_nothing_yet_takes_the_step_of_now(ulong next, long unixSeconds, int period, ulong factor)
        {
            AssertAnswer(NextCode.ForTotp(Samples.Generator(), next, false, unixSeconds, period), Ready, factor, 0);
        }

        [DataRow(2ul, 30L, 30, 30)]
        [DataRow(2ul, 31L, 30, 29)]
        [DataRow(2ul, 59L, 30, 1)]
        [DataRow(2ul, 60L, 30, 0)]
        [DataRow(1ul, 31L, 300, 269)]
        [DataRow(1ul, 300L, 300, 0)]
        [DataRow(60ul, 59L, 1, 1)]
        [DataRow(60ul, 60L, 1, 0)]
        [DataRow(11ul, 305L, 30, 25)]
        [DataRow(11ul, 330L, 30, 0)]
        [TestMethod]
        public void A_spent_step_waits_for_the_next_one_to_the_second(ulong next, long unixSeconds, int period, int wait)
        {
            AssertAnswer(NextCode.ForTotp(Samples.Generator(), next, true, unixSeconds, period), wait == 0 ? Ready : Wait, wait == 0 ? next : 0, wait);
        }

        [TestMethod]
        public void A_step_that_a_commit_spent_waits_although_nothing_was_shown()
        {
            AssertAnswer(NextCode.ForTotp(Samples.Generator(), 2, false, 59, 30), Wait, 0, 1);
        }

        [DataRow(2ul, true, 29L)]
        [DataRow(2ul, false, 29L)]
        [DataRow(11ul, true, 299L)]
        [DataRow(57766336ul, true, 0L)]
        [DataRow(18446744073709551615ul, true, 1111111109L)]
        [TestMethod]
        public void A_clock_behind_the_last_code_is_blamed_by_one_step_or_by_years(ulong next, bool isIssued, long unixSeconds)
        {
            AssertAnswer(NextCode.ForTotp(Samples.Generator(), next, isIssued, unixSeconds, 30), Behind, 0, 0);
        }

        [DataRow(1732990080L, 30, 0ul)]
        [DataRow(1732990109L, 1, 0ul)]
        [DataRow(1732990110L, 0, 57766337ul)]
        [TestMethod]
        public void Of_neighbours_with_equal_codes_the_second_is_not_shown(long unixSeconds, int wait, ulong factor)
        {
            AssertAnswer(NextCode.ForTotp(Samples.Generator(), FirstOfEqualPair + 1, true, unixSeconds, 30), wait == 0 ? Ready : Wait, factor, wait);
        }

        private static void AssertAnswer(NextCode answer, int verdict, ulong factor, int wait)
        {
            Assert.AreEqual(verdict, (int)answer.Verdict);
            Assert.AreEqual(factor, answer.Factor);
            Assert.AreEqual(wait, answer.WaitSeconds);
            Assert.AreEqual(verdict == Ready ? Samples.Generator().Compute(factor) : 0u, answer.Code);
        }
    }
}
