using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Base32 of RFC 4648.</summary>
    [TestClass]
    public class Base32Tests
    {
        [DataRow("", "")]
        [DataRow("f", "MY======")]
        [DataRow("fo", "MZXQ====")]
        [DataRow("foo", "MZXW6===")]
        [DataRow("foob", "MZXW6YQ=")]
        [DataRow("fooba", "MZXW6YTB")]
        [DataRow("foobar", "MZXW6YTBOI======")]
        [DataRow("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
        [TestMethod]
        public void Base32_is_that_of_RFC_4648(string text, string encoded)
        {
            Assert.AreEqual(encoded, Base32.Encode(Ascii.GetBytes(text)));
            Assert.AreEqual(text, Decoded(encoded));
            Assert.AreEqual(text, Decoded(encoded.TrimEnd(new char[] { '=' })));
        }

        [DataRow("mzxw6ytboi")]
        [DataRow("MzXw6yTbOi======")]
        [DataRow("MZXW 6YTB OI")]
        [DataRow("mzxw-6ytb-oi")]
        [DataRow("mzxw 6ytb-oi")]
        [DataRow(" MZXW6YTBOI== ====")]
        [TestMethod]
        public void Case_groups_and_missing_padding_do_not_matter(string typed)
        {
            Assert.AreEqual("foobar", Decoded(typed));
        }

        [DataRow("f", "MZ")]
        [DataRow("fo", "MZXR")]
        [DataRow("foo", "MZXW7")]
        [DataRow("foob", "MZXW6YR=")]
        [TestMethod]
        public void Spare_bits_of_the_last_digit_are_dropped_as_every_other_reader_drops_them(string plain, string drawn)
        {
            Assert.AreEqual(plain, Decoded(drawn));
        }

        [DataRow("M")]
        [DataRow("M1")]
        [DataRow("MZX")]
        [DataRow("MZXW6Y")]
        [DataRow("MZXW6YTBO")]
        [DataRow("A")]
        [DataRow("AAA")]
        [DataRow("AAAAAA")]
        [DataRow("AAAAAA==")]
        [DataRow("MY=====")]
        [DataRow("MY=======")]
        [DataRow("MY==============")]
        [DataRow("MZXW6YTB=")]
        [DataRow("MZXW6YTB========")]
        [DataRow("========")]
        [DataRow("=")]
        [DataRow("MY======MY======")]
        [DataRow("=MY=====")]
        [DataRow("M=Y=====")]
        [DataRow("MZXW6YT0")]
        [DataRow("MZXW6YT1")]
        [DataRow("MZXW6YT8")]
        [DataRow("MZXW6YT9")]
        [DataRow("MZXW6YT@")]
        [DataRow("MZXW6YT[")]
        [DataRow("MZXW6YT`")]
        [DataRow("MZXW6YT{")]
        [DataRow("MZXW6YT\t")]
        [DataRow("MZXW6YT\n")]
        [DataRow("MZXW6YT\uFF22")]
        [DataRow("MZXW6YT\u0142")]
        [DataRow("MZXW6YT\u0132")]
        [TestMethod]
        public void What_is_not_Base32_of_whole_bytes_is_refused(string text)
        {
            byte[] bytes;
            Assert.IsFalse(Base32.TryDecode(text, out bytes));
            Assert.IsNull(bytes);
        }

        /// <summary>Secrets that an issuer cut out of a random text, as every reader takes them.</summary>
        [DataRow("MZ", "f")]
        [DataRow("MZXR", "fo")]
        [DataRow("MZXW7", "foo")]
        [DataRow("MZXW6YR", "foob")]
        [DataRow("MZXW6YTBOJ", "foobar")]
        [TestMethod]
        public void Spare_bits_are_dropped_whatever_they_are(string text, string decoded)
        {
            Assert.AreEqual(decoded, Decoded(text));
        }

        [TestMethod]
        public void No_text_is_no_Base32()
        {
            byte[] bytes;
            Assert.IsFalse(Base32.TryDecode(null, out bytes));
        }

        private static string Decoded(string text)
        {
            byte[] bytes;
            Assert.IsTrue(Base32.TryDecode(text, out bytes));
            return Ascii.GetString(bytes, 0, bytes.Length);
        }
    }
}
