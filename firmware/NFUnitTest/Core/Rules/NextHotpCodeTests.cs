using HwToken.Core.Otp;
using HwToken.Core.Rules;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Which counter the next press takes.</summary>
    [TestClass]
    public class NextHotpCodeTests
    {
        /// <summary>Counters 910737 and 910738 of the RFC's secret share the code 911617: found by walking up from 0 until two neighbours were equal.</summary>
        private const ulong FirstOfEqualPair = 910737;

        [TestMethod]
        public void The_collision_of_these_tests_is_a_real_one()
        {
            Assert.AreEqual(911617u, Samples.Generator().Compute(FirstOfEqualPair));
            Assert.AreEqual(911617u, Samples.Generator().Compute(FirstOfEqualPair + 1));
        }

        [DataRow(0ul, false, 0ul, 755224u)]
        [DataRow(1ul, true, 1ul, 287082u)]
        [DataRow(2ul, true, 2ul, 359152u)]
        [DataRow(2ul, false, 2ul, 359152u)]
        [DataRow(910737ul, true, 910737ul, 911617u)]
        [DataRow(910738ul, true, 910739ul, 538706u)]
        [DataRow(910738ul, false, 910738ul, 911617u)]
        [DataRow(349495ul, false, 349495ul, 0u)]
        [DataRow(349495ul, true, 349495ul, 0u)]
        [TestMethod]
        public void The_next_code_is_that_of_the_next_counter_whose_code_differs(ulong next, bool isIssued, ulong factor, uint code)
        {
            NextCode answer = NextCode.ForHotp(Samples.Generator(), next, isIssued);
            Assert.AreEqual((int)NextCodeVerdict.Ready, (int)answer.Verdict);
            Assert.AreEqual(factor, answer.Factor);
            Assert.AreEqual(code, answer.Code);
            Assert.AreEqual(0, answer.WaitSeconds);
        }

        [DataRow(18446744073709551614ul, false, true)]
        [DataRow(18446744073709551614ul, true, true)]
        [DataRow(18446744073709551615ul, false, false)]
        [DataRow(18446744073709551615ul, true, false)]
        [TestMethod]
        public void The_largest_counter_is_never_used(ulong next, bool isIssued, bool isReady)
        {
            NextCode answer = NextCode.ForHotp(Samples.Generator(), next, isIssued);
            Assert.AreEqual((int)(isReady ? NextCodeVerdict.Ready : NextCodeVerdict.Exhausted), (int)answer.Verdict);
            Assert.AreEqual(isReady ? next : 0ul, answer.Factor);
        }

        [TestMethod]
        public void A_collision_at_the_last_counter_exhausts_the_credential()
        {
            // The first secret, counted up from 0 as a big-endian number, whose codes of the last two usable counters are equal: 525852.
            byte[] secret = new byte[20];
            BigEndian.WriteUInt32(secret, 16, 525852);
            OtpGenerator generator = new OtpGenerator(OtpAlgorithm.Sha1, 6, secret);
            Assert.AreEqual(generator.Compute(ulong.MaxValue - 2), generator.Compute(ulong.MaxValue - 1));
            Assert.AreEqual((int)NextCodeVerdict.Ready, (int)NextCode.ForHotp(generator, ulong.MaxValue - 1, false).Verdict);
            Assert.AreEqual((int)NextCodeVerdict.Exhausted, (int)NextCode.ForHotp(generator, ulong.MaxValue - 1, true).Verdict);
        }

        [TestMethod]
        public void Presses_across_the_collision_skip_one_counter_and_never_show_equal_neighbours()
        {
            OtpGenerator generator = Samples.Generator();
            uint last = generator.Compute(FirstOfEqualPair - 5);
            ulong next = FirstOfEqualPair - 4;
            for (int press = 0; press < 10; press++)
            {
                NextCode answer = NextCode.ForHotp(generator, next, true);
                Assert.AreNotEqual(last, answer.Code);
                Assert.IsTrue(answer.Factor >= next && answer.Factor != FirstOfEqualPair + 1);
                last = answer.Code;
                next = answer.Factor + 1;
            }

            Assert.AreEqual(FirstOfEqualPair + 7, next);
        }
    }
}
