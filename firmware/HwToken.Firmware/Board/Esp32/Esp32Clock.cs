using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The chip's own clocks, and the DS3231 for true time.</summary>
    public sealed class Esp32Clock : IClock
    {
        private readonly int _bus;
        private Ds3231 _chip;

        /// <summary>Opens nothing yet.</summary>
        /// <param name="bus">I2C bus of the DS3231.</param>
        public Esp32Clock(int bus)
        {
            _bus = bus;
        }

        /// <inheritdoc/>
        public long UptimeMilliseconds
        {
            get { return (long)(HighResTimer.GetCurrent() / 1000); }
        }

        /// <inheritdoc/>
        public long SystemSeconds
        {
            get { return DateTime.UtcNow.ToUnixTimeSeconds(); }
        }

        /// <inheritdoc/>
        public ClockReading Read()
        {
            return Chip().Read();
        }

        /// <inheritdoc/>
        public bool TrySet(long unixSeconds)
        {
            bool isSet = Chip().TrySet(unixSeconds);
            Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(unixSeconds));
            return isSet;
        }

        /// <inheritdoc/>
        public void Wait(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }

        private Ds3231 Chip()
        {
            if (_chip == null)
            {
                _chip = new Ds3231(Esp32Board.OpenDevice(_bus, Ds3231.Address));
            }

            return _chip;
        }
    }
}
