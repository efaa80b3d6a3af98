using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>Credential ID, UTC and firmware version: what a service desk asks for.</summary>
    public static class InformationScreen
    {
        /// <summary>Draws into the frame.</summary>
        /// <param name="display">Where to.</param>
        /// <param name="id">Normalised credential ID.</param>
        /// <param name="clock">What the clock chip said.</param>
        /// <param name="supply">The battery, or null.</param>
        public static void Draw(IDisplay display, string id, ClockReading clock, SupplyReading supply)
        {
            if (supply != null && supply.Millivolts != 0)
            {
                TextLine.Draw(display, 6, (supply.IsLow ? supply.Request : "BATTERY") + "  " + supply.ToVolts(), TextSize.Small);
            }

            TextLine.Draw(display, 0, "CREDENTIAL ID", TextSize.Small);
            TextLine.Draw(display, 1, CredentialId.Group(id), TextSize.Tall);
            TextLine.Draw(display, 4, clock.IsValid ? Date(clock.UnixSeconds) : NoTime(clock.Fault), TextSize.Small);
            TextLine.Draw(display, 5, clock.IsValid ? Time(clock.UnixSeconds) : string.Empty, TextSize.Small);
            TextLine.Draw(display, 7, "HWTOKEN " + FirmwareVersion.Text, TextSize.Small);
        }

        private static string Date(long unixSeconds)
        {
            int[] civil = UtcTime.ToCivil(unixSeconds);
            return civil[0].ToString() + "-" + Two(civil[1]) + "-" + Two(civil[2]);
        }

        private static string Time(long unixSeconds)
        {
            int[] civil = UtcTime.ToCivil(unixSeconds);
            return Two(civil[3]) + ":" + Two(civil[4]) + ":" + Two(civil[5]) + " UTC";
        }

        private static string NoTime(ClockFault fault)
        {
            return fault == ClockFault.Missing ? "NO CLOCK" : "CLOCK NOT SET";
        }

        private static string Two(int number)
        {
            return OtpCode.Format((uint)number, 2);
        }
    }
}
