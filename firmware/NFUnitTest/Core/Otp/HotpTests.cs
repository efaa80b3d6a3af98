using HwToken.Core.Otp;
using HwToken.Core.Text;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>RFC 4226, appendix D: HMAC values, truncated values and codes of counters 0 to 9.</summary>
    [TestClass]
    public class HotpTests
    {
        [DataRow(0, "755224", 1284755224u, "CC93CF18508D94934C64B65D8BA7667FB7CDE4B0")]
        [DataRow(1, "287082", 1094287082u, "75A48A19D4CBE100644E8AC1397EEA747A2D33AB")]
        [DataRow(2, "359152", 137359152u, "0BACB7FA082FEF30782211938BC1C5E70416FF44")]
        [DataRow(3, "969429", 1726969429u, "66C28227D03A2D5529262FF016A1E6EF76557ECE")]
        [DataRow(4, "338314", 1640338314u, "A904C900A64B35909874B33E61C5938A8E15ED1C")]
        [DataRow(5, "254676", 868254676u, "A37E783D7B7233C083D4F62926C7A25F238D0316")]
        [DataRow(6, "287922", 1918287922u, "BC9CD28561042C83F219324D3C607256C03272AE")]
        [DataRow(7, "162583", 82162583u, "A4FB960C0BC06E1EABB804E5B397CDC4B45596FA")]
        [DataRow(8, "399871", 673399871u, "1B3C89F65E6C9E883012052823443F048B4332DB")]
        [DataRow(9, "520489", 645520489u, "1637409809A679DC698207310C8C7FC07290D9E5")]
        [TestMethod]
        public void Codes_are_those_of_RFC_4226(int counter, string code, uint truncated, string hmac)
        {
            HmacSha1 key = new HmacSha1(Ascii.GetBytes(Samples.Secret20));
            Assert.AreEqual(hmac, Hex.Encode(key.ComputeHash(new byte[] { 0, 0, 0, 0, 0, 0, 0, (byte)counter })));
            Assert.AreEqual(truncated, key.Truncate((ulong)counter));
            Assert.AreEqual(code, OtpCode.Format(Samples.Generator().Compute((ulong)counter), 6));
        }

        [DataRow(6, 0u, "000000")]
        [DataRow(6, 7u, "000007")]
        [DataRow(6, 999999u, "999999")]
        [DataRow(7, 42u, "0000042")]
        [DataRow(7, 9999999u, "9999999")]
        [DataRow(8, 1u, "00000001")]
        [DataRow(8, 7081804u, "07081804")]
        [DataRow(8, 99999999u, "99999999")]
        [TestMethod]
        public void Leading_zeros_are_shown(int digits, uint code, string text)
        {
            Assert.AreEqual(text, OtpCode.Format(code, digits));
        }
    }
}
