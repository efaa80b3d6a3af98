using HwToken.Firmware.Board;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Screens
{
    /// <summary>Turns a <see cref="Screen"/> into a frame on the display.</summary>
    public sealed class ScreenPainter
    {
        private readonly IDisplay _display;

        /// <summary>Draws nothing yet.</summary>
        public ScreenPainter(IDisplay display)
        {
            _display = display;
        }

        /// <summary>Draws a screen and sends it to the panel.</summary>
        /// <param name="screen">What to show; the self-test has <see cref="PaintSelfTest"/>.</param>
        /// <param name="id">Credential ID, or null for a blank token.</param>
        /// <param name="clock">For the information screen, else null.</param>
        /// <param name="supply">For code, information and errors, if known: a low battery asks for a charge or for new cells.</param>
        public void Paint(Screen screen, string id, ClockReading clock, SupplyReading supply = null)
        {
            if (screen.Kind == ScreenKind.Dark)
            {
                _display.Dark();
                return;
            }

            _display.Begin();
            switch (screen.Kind)
            {
                case ScreenKind.Code:
                    CodeScreen.Draw(_display, screen, supply);
                    break;
                case ScreenKind.Wait:
                    WaitScreen.Draw(_display, screen.WaitSeconds);
                    break;
                case ScreenKind.Information:
                    InformationScreen.Draw(_display, id, clock, supply);
                    break;
                case ScreenKind.NoKey:
                    LineScreen.DrawNoKey(_display);
                    break;
                case ScreenKind.Service:
                    LineScreen.DrawService(_display, id);
                    break;
                case ScreenKind.FileRefused:
                    FileRefusedScreen.Draw(_display, screen.RefusedLine, screen.RefusedFor);
                    break;
                default:
                    ErrorScreen.Draw(_display, screen.Fault, supply);
                    break;
            }

            _display.Show();
        }

        /// <summary>Draws the result of a self-test and sends it to the panel.</summary>
        public void PaintSelfTest(SelfTestResult result)
        {
            _display.Begin();
            SelfTestScreen.Draw(_display, result);
            _display.Show();
        }
    }
}
