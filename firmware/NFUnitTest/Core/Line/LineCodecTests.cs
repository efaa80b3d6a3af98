using HwToken.Core.Line;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>One line: closing, checksum, length.</summary>
    [TestClass]
    public class LineCodecTests
    {
        [DataRow("HELLO", "HELLO *C1446436")]
        [DataRow("", " *00000000")]
        [TestMethod]
        public void A_line_closes_with_its_CRC(string text, string closed)
        {
            byte[] line = LineCodec.Encode(text);
            Assert.AreEqual(closed, Ascii.GetString(line, 0, line.Length - 1));
            Assert.AreEqual(LineCodec.LineFeed, line[line.Length - 1]);
        }

        [DataRow("HELLO *C1446436", true)]
        [DataRow("HELLO *c1446436", false)]
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

        [DataRow("")]
        [DataRow("HELLO")]
        [DataRow("CODE 10")]
        [DataRow("KEY SECRET 0 3132")]
        [DataRow("OK a *b *00000000")]
        [TestMethod]
        public void Every_turned_bit_of_a_line_is_seen(string said)
        {
            string text;
            byte[] line = LineCodec.Encode(said);
            for (int bit = 0; bit < (line.Length - 1) * 8; bit++)
            {
                line[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsFalse(LineCodec.TryDecode(line, line.Length - 1, out text) == LineStatus.Ok);
                line[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        [DataRow(95, (int)LineStatus.Damaged)]
        [DataRow(96, (int)LineStatus.TooLong)]
        [DataRow(97, (int)LineStatus.TooLong)]
        [DataRow(98, (int)LineStatus.TooLong)]
        [DataRow(1000, (int)LineStatus.TooLong)]
        [TestMethod]
        public void An_overrun_is_told_once_and_swallowed_up_to_its_LF(int bytes, int verdict)
        {
            LineAssembler assembler = new LineAssembler();
            LineStatus status;
            string text;
            for (int i = 0; i < bytes; i++)
            {
                Assert.IsFalse(assembler.Add((byte)'x', out status, out text));
            }

            Assert.IsTrue(assembler.Add(LineCodec.LineFeed, out status, out text));
            Assert.AreEqual(verdict, (int)status);
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
