using System;
using HwToken.Firmware.Board.Esp32;
using HwToken.Firmware.Token;

namespace HwToken.Firmware
{
    /// <summary>Entry of the firmware.</summary>
    public static class Program
    {
        /// <summary>
        /// Runs one wake to completion. Must never return: the runtime would wait in its debugger loop with the CPU on. So
        /// here stands the only catch-all: first try the wake, then try to say that it failed, and sleep in any case.
        /// </summary>
        public static void Main()
        {
            TokenDevice device = null;
            for (int attempt = 0; attempt < 2; attempt++)
            {
                try
                {
                    if (attempt == 0)
                    {
                        device = new TokenDevice(new Esp32Board(BoardChoice.Profile));
                        device.Run();
                    }
                    else if (device != null)
                    {
                        device.ShowInternalFault();
                    }
                }
                catch (Exception)
                {
                    // Nothing to log to, and nothing of a failed wake may leak: the next attempt or sleep follows.
                }
            }

            SleepAsLastResort();
        }

        /// <summary>Both attempts failed. A picture that is on the panel may be a code: it must not stay until somebody presses.</summary>
        public static void SleepAsLastResort()
        {
            try
            {
                OledDisplay.SwitchOff(BoardChoice.Profile);
            }
            catch (Exception)
            {
                // The bus cannot be opened: sleep all the same.
            }

            Esp32Power.DeepSleep(BoardChoice.Profile, 0, false);
        }
    }
}
