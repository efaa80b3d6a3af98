using HwToken.Core;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>CRC-32 of IEEE 802.3.</summary>
    [TestClass]
    public class Crc32Tests
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

        [TestMethod]
        public void Only_the_named_bytes_count()
        {
            Assert.AreEqual(0xCBF43926u, Crc32.Compute(Ascii.GetBytes("xx123456789yy"), 2, 9));
            Assert.AreEqual(0u, Crc32.Compute(new byte[] { 1, 2, 3 }, 2, 0));
        }
    }
}
