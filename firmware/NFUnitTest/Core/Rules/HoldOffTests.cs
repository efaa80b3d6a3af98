using HwToken.Core.Rules;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>What is left of the hold-off.</summary>
    [TestClass]
    public class HoldOffTests
    {
        [DataRow(0L, 0L, 30)]
        [DataRow(0L, 29L, 1)]
        [DataRow(0L, 30L, 0)]
        [DataRow(100L, 101L, 29)]
        [DataRow(100L, 115L, 15)]
        [DataRow(100L, 129L, 1)]
        [DataRow(100L, 130L, 0)]
        [DataRow(100L, 131L, 0)]
        [DataRow(100L, 99L, 0)]
        [DataRow(100L, 0L, 0)]
        [DataRow(100L, 9000000000L, 0)]
        [DataRow(2000000000L, 2000000029L, 1)]
        [DataRow(4294967296L, 4294967297L, 29)]
        [DataRow(1000L, 4294968296L, 0)]
        [DataRow(0L, 9223372036854775807L, 0)]
        [DataRow(9223372036854775807L, 0L, 0)]
        [TestMethod]
        public void The_hold_off_lasts_30_s_and_ends_when_the_clock_goes_back(long issuedAt, long now, int left)
        {
            Assert.AreEqual(left, HoldOff.SecondsLeft(issuedAt, now));
        }

        [TestMethod]
        public void It_is_open_for_thirty_seconds_in_all()
        {
            int open = 0;
            for (int now = -60; now < 140; now++)
            {
                open += HoldOff.SecondsLeft(0, now) > 0 ? 1 : 0;
            }

            Assert.AreEqual(30, open);
            Assert.AreEqual(30, HoldOff.Seconds);
        }
    }
}
