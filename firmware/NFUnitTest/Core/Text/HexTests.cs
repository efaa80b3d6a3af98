using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Hexadecimal: pairs of digits in either case, written in upper case.</summary>
    [TestClass]
    public class HexTests
    {
        [DataRow("00ff7F", "00FF7F")]
        [DataRow("", "")]
        [DataRow("0123456789abcdefABCDEF", "0123456789ABCDEFABCDEF")]
        [TestMethod]
        public void Hexadecimal_is_read_in_either_case_and_written_in_upper_case(string text, string written)
        {
            byte[] bytes;
            Assert.IsTrue(Hex.TryDecode(text, out bytes));
            Assert.AreEqual(written, Hex.Encode(bytes));
        }

        [DataRow("0")]
        [DataRow("ABC")]
        [DataRow("0g")]
        [DataRow("G0")]
        [DataRow(" 0")]
        [DataRow("0x")]
        [DataRow("+1")]
        [DataRow("00 00 ")]
        [DataRow("0\u0130")]
        [DataRow("\uFF210")]
        [TestMethod]
        public void Anything_but_pairs_of_digits_is_refused(string text)
        {
            byte[] bytes;
            Assert.IsFalse(Hex.TryDecode(text, out bytes));
            Assert.IsNull(bytes);
        }

        [TestMethod]
        public void No_text_is_no_hexadecimal()
        {
            byte[] bytes;
            Assert.IsFalse(Hex.TryDecode(null, out bytes));
            Assert.IsNull(bytes);
        }

        [DataRow(0u, "00000000")]
        [DataRow(1u, "00000001")]
        [DataRow(0x80000001u, "80000001")]
        [DataRow(0xCBF43926u, "CBF43926")]
        [DataRow(0xFFFFFFFFu, "FFFFFFFF")]
        [TestMethod]
        public void A_word_is_eight_digits_most_significant_first(uint value, string text)
        {
            Assert.AreEqual(text, Hex.Encode(value));
        }
    }
}
