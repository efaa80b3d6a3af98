using HwToken.Core.Otp;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Token;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Every screen draws inside the panel; codes are legible from the pixels.</summary>
    [TestClass]
    public class ScreenTests
    {
        [DataRow(123456u, 6)]
        [DataRow(7890u, 6)]
        [DataRow(1234567u, 7)]
        [DataRow(89u, 7)]
        [DataRow(12345678u, 8)]
        [DataRow(90u, 8)]
        [TestMethod]
        public void A_code_can_be_read_from_the_pixels(uint code, int digits)
        {
            FakeDisplay display = new FakeDisplay();
            new ScreenPainter(display).Paint(Screen.Code(code, digits, 0, 0), null, null);
            Assert.AreEqual(OtpCode.Format(code, digits), display.ReadCode(digits));
            Assert.AreEqual(0, display.LitInPage(7));
        }

        [DataRow(30, 30, 640)]
        [DataRow(15, 30, 384)]
        [DataRow(1, 30, 144)]
        [DataRow(300, 300, 640)]
        [TestMethod]
        public void The_bar_shows_what_is_left_of_the_step(int left, int period, int lit)
        {
            FakeDisplay display = new FakeDisplay();
            new ScreenPainter(display).Paint(Screen.Code(1, 6, left, period), null, null);
            Assert.AreEqual(lit, display.LitInPage(7));
        }

        [TestMethod]
        public void Every_error_has_words()
        {
            FakeDisplay display = new FakeDisplay();
            ScreenPainter painter = new ScreenPainter(display);
            for (int error = (int)TokenError.NoKey; error <= (int)TokenError.InternalFault; error++)
            {
                painter.Paint(Screen.Error((TokenError)error), Samples.Id, null);
                Assert.IsTrue(display.LitInPage(0) > 20 && display.LitInPage(2) > 20 && display.LitInPage(5) > 20);
            }
        }

        [TestMethod]
        public void Every_other_screen_draws()
        {
            FakeDisplay display = new FakeDisplay();
            ScreenPainter painter = new ScreenPainter(display);
            painter.Paint(Screen.Wait(299), Samples.Id, null);
            painter.Paint(Screen.Plain(ScreenKind.NoKey), null, null);
            painter.Paint(Screen.Plain(ScreenKind.Service), Samples.Id, null);
            painter.Paint(Screen.Plain(ScreenKind.Information), Samples.Id, ClockReading.At(FakeBoard.Start));
            painter.Paint(Screen.Plain(ScreenKind.Information), "VSMT12345678", ClockReading.Failed(ClockFault.Missing));
            painter.Paint(Screen.FileRefused(40, 10), null, null);
            painter.PaintSelfTest(new SelfTestResult(true, true, true, false, true));
            painter.PaintSelfTest(new SelfTestResult(false, false, false, true, false));
            Assert.AreEqual(8, display.Frames);
            Assert.IsTrue(display.IsOn);
            painter.Paint(Screen.Plain(ScreenKind.Dark), null, null);
            Assert.IsFalse(display.IsOn);
        }

        [TestMethod]
        public void Every_character_has_a_glyph_or_a_box()
        {
            FakeDisplay display = new FakeDisplay();
            display.Begin();
            for (int c = 0; c < 256; c++)
            {
                TextLine.Draw(display, 0, new string(new char[] { (char)c }), TextSize.Large);
            }

            TextLine.Draw(display, 0, "A LINE THAT IS MUCH TOO LONG FOR THE PANEL", TextSize.Tall);
            TextLine.Draw(display, 0, string.Empty, TextSize.Small);
            byte[] glyph = new byte[Font.GlyphColumns];
            Font.Copy('A', glyph, 0);
            Assert.AreNotEqual((byte)0, (byte)(glyph[0] | glyph[2]));
        }
    }
}
