using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Strict decimal numbers.</summary>
    [TestClass]
    public class NumberTests
    {
        [DataRow("0", 0ul)]
        [DataRow("9", 9ul)]
        [DataRow("007", 7ul)]
        [DataRow("4294967296", 4294967296ul)]
        [DataRow("18446744073709551615", 18446744073709551615ul)]
        [DataRow("18446744073709551614", 18446744073709551614ul)]
        [DataRow("00000000000000000001", 1ul)]
        [TestMethod]
        public void Digits_are_a_number_up_to_the_largest_of_64_bits(string text, ulong value)
        {
            ulong read;
            Assert.IsTrue(Number.TryParse(text, out read));
            Assert.AreEqual(value, read);
        }

        [DataRow("")]
        [DataRow("18446744073709551616")]
        [DataRow("18446744073709551620")]
        [DataRow("18446744073709551625")]
        [DataRow("20000000000000000000")]
        [DataRow("99999999999999999999")]
        [DataRow("100000000000000000000")]
        [DataRow("000000000000000000001")]
        [DataRow("-1")]
        [DataRow("+1")]
        [DataRow(" 1")]
        [DataRow("1 ")]
        [DataRow("1.0")]
        [DataRow("1e3")]
        [DataRow("0x1")]
        [DataRow("1_000")]
        [DataRow("\uFF11")]
        [DataRow("\u0663")]
        [DataRow("/")]
        [DataRow(":")]
        [TestMethod]
        public void Anything_else_is_refused(string text)
        {
            ulong read;
            int small;
            Assert.IsFalse(Number.TryParse(text, out read));
            Assert.AreEqual(0ul, read);
            Assert.IsFalse(Number.TryParse(text, int.MaxValue, out small));
            Assert.AreEqual(0, small);
        }

        [TestMethod]
        public void No_text_is_no_number()
        {
            ulong read;
            Assert.IsFalse(Number.TryParse(null, out read));
        }

        [DataRow("0", 300, true, 0)]
        [DataRow("300", 300, true, 300)]
        [DataRow("301", 300, false, 0)]
        [DataRow("2147483647", 2147483647, true, 2147483647)]
        [DataRow("2147483648", 2147483647, false, 0)]
        [DataRow("4294967297", 300, false, 0)]
        [DataRow("18446744073709551615", 2147483647, false, 0)]
        [TestMethod]
        public void A_number_above_its_limit_is_refused(string text, int max, bool isTaken, int value)
        {
            int read;
            Assert.AreEqual(isTaken, Number.TryParse(text, max, out read));
            Assert.AreEqual(value, read);
        }
    }
}
