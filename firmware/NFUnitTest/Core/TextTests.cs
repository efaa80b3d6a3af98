using HwToken.Core;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>CRC-32, Base32, hexadecimal, numbers, credential IDs, the calendar.</summary>
    [TestClass]
    public class TextTests
    {
        [DataRow("", 0u)]
        [DataRow("123456789", 0xCBF43926u)]
        [DataRow("HELLO", 0xC1446436u)]
        [TestMethod]
        public void Crc_is_that_of_IEEE_802_3(string text, uint crc)
        {
            byte[] bytes = Ascii.GetBytes(text);
            Assert.AreEqual(crc, Crc32.Compute(bytes, 0, bytes.Length));
        }

        [DataRow("", "")]
        [DataRow("f", "MY======")]
        [DataRow("fo", "MZXQ====")]
        [DataRow("foo", "MZXW6===")]
        [DataRow("foob", "MZXW6YQ=")]
        [DataRow("fooba", "MZXW6YTB")]
        [DataRow("foobar", "MZXW6YTBOI======")]
        [TestMethod]
        public void Base32_is_that_of_RFC_4648(string text, string encoded)
        {
            byte[] bytes;
            Assert.AreEqual(encoded, Base32.Encode(Ascii.GetBytes(text)));
            Assert.IsTrue(Base32.TryDecode(encoded, out bytes));
            Assert.AreEqual(text, Ascii.GetString(bytes, 0, bytes.Length));
        }

        [DataRow("mzxw 6ytb-oi", true)]
        [DataRow("MZXW6YTBOJ", true)]
        [DataRow("M", false)]
        [DataRow("MY=====", false)]
        [DataRow("M1", false)]
        [TestMethod]
        public void Base32_forgives_groups_and_case_but_no_damage(string text, bool isRight)
        {
            byte[] bytes;
            Assert.AreEqual(isRight, Base32.TryDecode(text, out bytes));
        }

        [DataRow("00ff7F", true)]
        [DataRow("0", false)]
        [DataRow("0g", false)]
        [TestMethod]
        public void Hexadecimal_comes_in_pairs_of_either_case(string text, bool isRight)
        {
            byte[] bytes;
            Assert.AreEqual(isRight, Hex.TryDecode(text, out bytes));
            Assert.AreEqual("80000001", Hex.Encode(0x80000001u));
        }

        [DataRow("18446744073709551615", true, 18446744073709551615ul)]
        [DataRow("18446744073709551616", false, 0ul)]
        [DataRow("007", true, 7ul)]
        [DataRow("-1", false, 0ul)]
        [DataRow("", false, 0ul)]
        [TestMethod]
        public void Numbers_are_digits_that_fit(string text, bool isRight, ulong value)
        {
            ulong read;
            Assert.AreEqual(isRight, Number.TryParse(text, out read));
            Assert.AreEqual(value, read);
        }

        [DataRow("dpht-0000-0001", "DPHT00000001")]
        [DataRow("  VSMT 1234 5678 ", "VSMT12345678")]
        [DataRow("\uFF24\uFF30\uFF28\uFF34\u3000\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11", "DPHT00000001")]
        [TestMethod]
        public void Credential_IDs_are_read_as_people_type_them(string typed, string id)
        {
            string read;
            Assert.IsTrue(CredentialId.TryParse(typed, out read));
            Assert.AreEqual(id, read);
        }

        [DataRow("1PHT00000001")]
        [DataRow("DPHT0000000")]
        [DataRow("DPHT000000011")]
        [DataRow("DPHT0000000_")]
        [TestMethod]
        public void What_is_no_credential_ID_is_refused(string typed)
        {
            string read;
            Assert.IsFalse(CredentialId.TryParse(typed, out read));
            Assert.IsFalse(CredentialId.IsValid("dpht00000001"));
        }

        [DataRow(2026, 2, 31, false, 0L)]
        [DataRow(2024, 2, 29, true, 1709164800L)]
        [DataRow(2100, 2, 29, false, 0L)]
        [DataRow(1970, 1, 1, true, 0L)]
        [DataRow(2099, 12, 31, true, 4102358400L)]
        [TestMethod]
        public void The_calendar_refuses_what_DateTime_rolls_over(int year, int month, int day, bool isRight, long unixSeconds)
        {
            long read;
            Assert.AreEqual(isRight, UtcTime.TryFromCivil(year, month, day, 0, 0, 0, out read));
            Assert.AreEqual(unixSeconds, read);
            if (isRight)
            {
                int[] civil = UtcTime.ToCivil(read);
                Assert.AreEqual(year, civil[0]);
                Assert.AreEqual(month, civil[1]);
                Assert.AreEqual(day, civil[2]);
            }
        }
    }
}
