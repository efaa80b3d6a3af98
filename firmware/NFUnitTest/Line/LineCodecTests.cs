using HwToken.Core.Line;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>One line: closing, checksum, length.</summary>
    [TestClass]
    public class LineCodecTests
    {
        [TestMethod]
        public void A_line_closes_with_its_CRC()
        {
            byte[] line = LineCodec.Encode("HELLO");
            Assert.AreEqual("HELLO *C1446436", Ascii.GetString(line, 0, line.Length - 1));
            Assert.AreEqual(LineCodec.LineFeed, line[line.Length - 1]);
        }

        [DataRow("HELLO *C1446436", true)]
        [DataRow("HELLO *c1446436", true)]
        [DataRow("HELLO *C1446437", false)]
        [DataRow("HELLA *C1446436", false)]
        [DataRow("HELLO", false)]
        [DataRow("HELLO *C144643", false)]
        [DataRow("", false)]
        [TestMethod]
        public void Damage_is_seen(string line, bool isWhole)
        {
            string text;
            byte[] bytes = Ascii.GetBytes(line);
            LineStatus status = LineCodec.TryDecode(bytes, bytes.Length, out text);
            Assert.AreEqual(isWhole, status == LineStatus.Ok);
            Assert.AreEqual(isWhole ? "HELLO" : null, text);
        }

        [TestMethod]
        public void Every_turned_bit_of_a_line_is_seen()
        {
            string text;
            byte[] line = LineCodec.Encode("KEY SECRET 0 3132");
            for (int bit = 0; bit < (line.Length - 1) * 8; bit++)
            {
                line[bit / 8] ^= (byte)(1 << (bit % 8));

                // Bit 5 of a hex letter is its case, which does not matter.
                bool isCase = bit % 8 == 5 && bit / 8 > line.Length - 10 && (line[bit / 8] | 0x20) >= 'a';
                Assert.AreEqual(isCase, LineCodec.TryDecode(line, line.Length - 1, out text) == LineStatus.Ok);
                line[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        [TestMethod]
        public void Noise_without_end_is_one_line_too_long()
        {
            LineAssembler assembler = new LineAssembler();
            LineStatus status;
            string text;
            for (int i = 0; i < 1000; i++)
            {
                Assert.IsFalse(assembler.Add((byte)'x', out status, out text));
            }

            Assert.IsTrue(assembler.Add(LineCodec.LineFeed, out status, out text));
            Assert.AreEqual((int)LineStatus.TooLong, (int)status);
            byte[] next = LineCodec.Encode("HELLO");
            for (int i = 0; i < next.Length - 1; i++)
            {
                Assert.IsFalse(assembler.Add(next[i], out status, out text));
            }

            Assert.IsTrue(assembler.Add(LineCodec.LineFeed, out status, out text));
            Assert.AreEqual("HELLO", text);
        }
    }
}
