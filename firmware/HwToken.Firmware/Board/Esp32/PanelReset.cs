using System.Device.Gpio;
using System.Threading;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The OLED's reset line, on boards that have one (SSD1306 8.9: low for 3 us at least).</summary>
    internal static class PanelReset
    {
        /// <summary>The platform counts waits in ticks of 10 ms.</summary>
        private const int PulseMilliseconds = 10;

        /// <summary>Pulses it; without one nothing happens.</summary>
        /// <param name="controller">Owner of the pins.</param>
        /// <param name="pin">The line, or <see cref="BoardProfile.None"/>.</param>
        public static void Pulse(GpioController controller, int pin)
        {
            if (pin == BoardProfile.None)
            {
                return;
            }

            GpioPin line = controller.OpenPin(pin, PinMode.Output);
            line.Write(PinValue.Low);
            Thread.Sleep(PulseMilliseconds);
            line.Write(PinValue.High);
            Thread.Sleep(PulseMilliseconds);
        }
    }
}
