using HwToken.Core;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The calendar, and Unix time as lines carry it.</summary>
    [TestClass]
    public class UtcTimeTests
    {
        [DataRow(0L, 1970, 1, 1, 0, 0, 0)]
        [DataRow(951782400L, 2000, 2, 29, 0, 0, 0)]
        [DataRow(1111111109L, 2005, 3, 18, 1, 58, 29)]
        [DataRow(1234567890L, 2009, 2, 13, 23, 31, 30)]
        [DataRow(1709164800L, 2024, 2, 29, 0, 0, 0)]
        [DataRow(4102358400L, 2099, 12, 31, 0, 0, 0)]
        [DataRow(4107542399L, 2100, 2, 28, 23, 59, 59)]
        [DataRow(4107542400L, 2100, 3, 1, 0, 0, 0)]
        [DataRow(20000000000L, 2603, 10, 11, 11, 33, 20)]
        [DataRow(253402300799L, 9999, 12, 31, 23, 59, 59)]
        [TestMethod]
        public void Known_instants_come_out_in_both_directions(long unixSeconds, int year, int month, int day, int hour, int minute, int second)
        {
            long read;
            Assert.IsTrue(UtcTime.TryFromCivil(year, month, day, hour, minute, second, out read));
            Assert.AreEqual(unixSeconds, read);
            int[] civil = UtcTime.ToCivil(read);
            Assert.AreEqual(year, civil[0]);
            Assert.AreEqual(month, civil[1]);
            Assert.AreEqual(day, civil[2]);
            Assert.AreEqual(hour, civil[3]);
            Assert.AreEqual(minute, civil[4]);
            Assert.AreEqual(second, civil[5]);
        }

        [DataRow(2026, 2, 31, 0, 0, 0)]
        [DataRow(2026, 2, 30, 0, 0, 0)]
        [DataRow(2026, 2, 29, 0, 0, 0)]
        [DataRow(2100, 2, 29, 0, 0, 0)]
        [DataRow(2028, 2, 30, 0, 0, 0)]
        [DataRow(2026, 4, 31, 0, 0, 0)]
        [DataRow(2026, 6, 31, 0, 0, 0)]
        [DataRow(2026, 9, 31, 0, 0, 0)]
        [DataRow(2026, 11, 31, 0, 0, 0)]
        [DataRow(2026, 1, 32, 0, 0, 0)]
        [DataRow(2026, 12, 32, 0, 0, 0)]
        [DataRow(2026, 1, 0, 0, 0, 0)]
        [DataRow(2026, 1, -1, 0, 0, 0)]
        [DataRow(2026, 0, 1, 0, 0, 0)]
        [DataRow(2026, 13, 1, 0, 0, 0)]
        [DataRow(2026, -1, 1, 0, 0, 0)]
        [DataRow(1969, 12, 31, 23, 59, 59)]
        [DataRow(10000, 1, 1, 0, 0, 0)]
        [DataRow(2026, 1, 1, 24, 0, 0)]
        [DataRow(2026, 1, 1, -1, 0, 0)]
        [DataRow(2026, 1, 1, 0, 60, 0)]
        [DataRow(2026, 1, 1, 0, -1, 0)]
        [DataRow(2026, 1, 1, 0, 0, -1)]
        [DataRow(2016, 12, 31, 23, 59, 60)]
        [TestMethod]
        public void A_date_or_time_that_does_not_exist_is_refused(int year, int month, int day, int hour, int minute, int second)
        {
            long read;
            Assert.IsFalse(UtcTime.TryFromCivil(year, month, day, hour, minute, second, out read));
            Assert.AreEqual(0L, read);
        }

        [DataRow("0", true, 0L)]
        [DataRow("1767225600", true, 1767225600L)]
        [DataRow("17179869180", true, 17179869180L)]
        [DataRow("17179869181", false, 0L)]
        [DataRow("18446744073709551615", false, 0L)]
        [DataRow("-1", false, 0L)]
        [DataRow("", false, 0L)]
        [TestMethod]
        public void Unix_time_is_read_up_to_the_year_2514(string text, bool isRight, long unixSeconds)
        {
            long read;
            Assert.AreEqual(isRight, UtcTime.TryParse(text, out read));
            Assert.AreEqual(unixSeconds, read);
        }
    }
}
