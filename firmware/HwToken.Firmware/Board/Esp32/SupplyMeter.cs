using System.Device.Adc;
using System.Device.Gpio;
using System.Threading;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// Measures the battery through a divider on a pin of ADC1. The platform gives the converter's raw number (12 bits, 12 dB), so the curve
    /// of a chip with the nominal reference of 1.1 V is used; a chip may be off by some 6 %.
    /// </summary>
    internal sealed class SupplyMeter
    {
        private const int Samples = 4;
        private const int FullScale = 4095;

        /// <summary>Below it this program would not run: the token hangs on a cable and has no battery, or the divider is not fitted.</summary>
        private const int LowestPossibleMillivolts = 2500;

        /// <summary>Millivolts at the pin for a raw 0 and beyond it at full scale, at 12 dB.</summary>
        private const int OffsetMillivolts = 142;
        private const int SpanMillivolts = 3299;

        private readonly BoardProfile _profile;
        private readonly GpioController _controller;
        private AdcChannel _channel;
        private GpioPin _switch;

        /// <summary>Opens nothing yet.</summary>
        /// <param name="controller">Owner of the pins.</param>
        /// <param name="profile">The wiring.</param>
        public SupplyMeter(GpioController controller, BoardProfile profile)
        {
            _controller = controller;
            _profile = profile;
        }

        /// <summary>Measures. On a board without a divider the answer is "unknown", and costs nothing.</summary>
        public SupplyReading Read()
        {
            if (_profile.Battery == BoardProfile.None)
            {
                return SupplyReading.Unknown();
            }

            if (_channel == null)
            {
                _channel = new AdcController().OpenChannel(ChannelOf(_profile.Battery));
                if (_profile.BatterySwitch != BoardProfile.None)
                {
                    _switch = _controller.OpenPin(_profile.BatterySwitch, PinMode.Output);
                }
            }

            Connect(_profile.BatterySwitchOnLevel);
            Thread.Sleep(_profile.BatterySettleMilliseconds);
            int sum = 0;
            for (int i = 0; i < Samples; i++)
            {
                sum += _channel.ReadValue();
            }

            Connect(1 - _profile.BatterySwitchOnLevel);
            int atPin = OffsetMillivolts + (sum / Samples * SpanMillivolts / FullScale);
            int millivolts = atPin * _profile.BatteryDivider;
            if (millivolts < LowestPossibleMillivolts)
            {
                return SupplyReading.Unknown();
            }

            return SupplyReading.Measured(millivolts, _profile.BatteryChargeMillivolts, _profile.BatteryRefuseMillivolts, _profile.HasCells);
        }

        /// <summary>ADC1 of the ESP32: GPIO 36 to 39, then 32 to 35. Of the ESP32-S3: GPIO 1 to 10.</summary>
        private static int ChannelOf(int pin)
        {
            return pin >= 36 ? pin - 36 : pin >= 32 ? pin - 28 : pin - 1;
        }

        private void Connect(int level)
        {
            if (_switch != null)
            {
                _switch.Write(level);
            }
        }
    }
}
