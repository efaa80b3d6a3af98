using HwToken.Core.Otp;
using HwToken.Core.Rules;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>RFC 4226, appendix D.</summary>
    [TestClass]
    public class HotpTests
    {
        /// <summary>Found by search: counters 910737 and 910738 of the RFC's secret have the same six digits.</summary>
        private const ulong TwinCounter = 910737;

        [DataRow(0, "755224", 1284755224u)]
        [DataRow(1, "287082", 1094287082u)]
        [DataRow(2, "359152", 137359152u)]
        [DataRow(3, "969429", 1726969429u)]
        [DataRow(4, "338314", 1640338314u)]
        [DataRow(5, "254676", 868254676u)]
        [DataRow(6, "287922", 1918287922u)]
        [DataRow(7, "162583", 82162583u)]
        [DataRow(8, "399871", 673399871u)]
        [DataRow(9, "520489", 645520489u)]
        [TestMethod]
        public void Codes_are_those_of_RFC_4226(int counter, string code, uint truncated)
        {
            Assert.AreEqual(code, OtpCode.Format(Samples.Generator().Compute((ulong)counter), 6));
            Assert.AreEqual(truncated, new HmacSha1(HwToken.Core.Text.Ascii.GetBytes(Samples.Secret20)).Truncate((ulong)counter));
        }

        [DataRow(6, 7u, "000007")]
        [DataRow(8, 1u, "00000001")]
        [DataRow(7, 9999999u, "9999999")]
        [TestMethod]
        public void Leading_zeros_are_shown(int digits, uint code, string text)
        {
            Assert.AreEqual(text, OtpCode.Format(code, digits));
        }

        [TestMethod]
        public void Two_counters_in_a_row_with_the_same_code_yield_the_next_one()
        {
            OtpGenerator generator = Samples.Generator();
            Assert.AreEqual(generator.Compute(TwinCounter), generator.Compute(TwinCounter + 1));
            NextCode next = NextCode.ForHotp(generator, TwinCounter + 1, true);
            Assert.AreEqual((int)NextCodeVerdict.Ready, (int)next.Verdict);
            Assert.AreEqual(TwinCounter + 2, next.Factor);
        }

        [TestMethod]
        public void The_last_counter_is_never_used()
        {
            Assert.AreEqual((int)NextCodeVerdict.Exhausted, (int)NextCode.ForHotp(Samples.Generator(), ulong.MaxValue, true).Verdict);
            NextCode last = NextCode.ForHotp(Samples.Generator(), ulong.MaxValue - 1, true);
            Assert.AreEqual(ulong.MaxValue - 1, last.Factor);
        }

        [DataRow(0L, 0L, 30)]
        [DataRow(100L, 129L, 1)]
        [DataRow(100L, 130L, 0)]
        [DataRow(100L, 99L, 0)]
        [DataRow(100L, 9000000000L, 0)]
        [TestMethod]
        public void The_hold_off_lasts_30_s_and_ends_when_the_clock_goes_back(long issuedAt, long now, int left)
        {
            Assert.AreEqual(left, HoldOff.SecondsLeft(issuedAt, now));
        }
    }
}
