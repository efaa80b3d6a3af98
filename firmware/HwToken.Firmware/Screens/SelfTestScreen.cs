using HwToken.Firmware.Board;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Screens
{
    /// <summary>Short result of the self-test at power-on.</summary>
    public static class SelfTestScreen
    {
        /// <summary>Draws into the frame.</summary>
        public static void Draw(IDisplay display, SelfTestResult result)
        {
            TextLine.Draw(display, 0, result.IsPassed ? "SELF-TEST" : "E6 FAILED", TextSize.Large);
            TextLine.Draw(display, 3, "CODES   " + Word(result.IsOtpRight), TextSize.Small);
            TextLine.Draw(display, 4, "MEMORY  " + Word(result.IsStoreRight), TextSize.Small);
            TextLine.Draw(display, 5, "CLOCK   " + (result.IsClockNeeded ? Word(result.IsClockRight) : result.IsClockRight ? "OK  " : "NONE"), TextSize.Small);
            if (result.Supply.IsLow)
            {
                TextLine.Draw(display, 6, result.Supply.Request + "  " + result.Supply.ToVolts(), TextSize.Small);
            }
            else if (result.IsRadioOn)
            {
                TextLine.Draw(display, 6, "RADIO   ON  ", TextSize.Small);
            }

            TextLine.Draw(display, 7, result.IsPassed ? "HWTOKEN " + FirmwareVersion.Text : "RETURN THIS TOKEN", TextSize.Small);
        }

        private static string Word(bool isRight)
        {
            return isRight ? "OK  " : "FAIL";
        }
    }
}
