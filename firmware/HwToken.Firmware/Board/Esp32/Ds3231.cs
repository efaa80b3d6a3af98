using System.Device.I2c;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// Minimal driver of the DS3231 clock chip (Maxim 19-5170). The packaged binding ignores the oscillator-stop flag, the
    /// transfer status and the century bit; a token may not.
    /// </summary>
    public sealed class Ds3231
    {
        /// <summary>I2C address.</summary>
        public const int Address = 0x68;

        private const byte ControlRegister = 0x0E;
        private const byte SecondsRegister = 0x00;

        // One transfer reads all: from the control at 0x0E the register pointer runs to 0x12 and wraps to the seconds at 0x00.
        private const int ControlAt = 0;
        private const int StatusAt = 1;
        private const int AgeingAt = 2;
        private const int SecondsAt = 5;
        private const int ReadBytes = 12;

        /// <summary>The control register's power-on value: oscillator on battery, no square wave, no alarm interrupts.</summary>
        private const byte QuietControl = 0x1C;

        /// <summary>Control bits that matter: EOSC, BBSQW, INTCN, A2IE, A1IE.</summary>
        private const byte ControlMask = 0xC7;
        private const byte QuietBits = QuietControl & ControlMask;

        /// <summary>The status bit that keeps the 32 kHz output on.</summary>
        private const byte Enable32Kilohertz = 0x08;

        private const byte OscillatorStopFlag = 0x80;
        private const byte TwelveHourMode = 0x40;
        private const byte CenturyBit = 0x80;

        private readonly I2cDevice _device;

        /// <summary>Takes the opened device.</summary>
        public Ds3231(I2cDevice device)
        {
            _device = device;
        }

        /// <summary>Reads time, oscillator-stop flag and settings in one transfer.</summary>
        public ClockReading Read()
        {
            byte[] registers = new byte[ReadBytes];
            I2cTransferResult result = _device.WriteRead(new byte[] { ControlRegister }, registers);
            if (result.Status != I2cTransferStatus.FullTransfer)
            {
                return ClockReading.Failed(ClockFault.Missing);
            }

            if ((registers[StatusAt] & OscillatorStopFlag) != 0)
            {
                return ClockReading.Failed(ClockFault.Stopped);
            }

            int second = FromBcd(registers[SecondsAt]);
            int minute = FromBcd(registers[SecondsAt + 1]);
            int hours = registers[SecondsAt + 2];
            int day = FromBcd(registers[SecondsAt + 4]);
            int months = registers[SecondsAt + 5];
            int year = FromBcd(registers[SecondsAt + 6]);
            int hour = (hours & TwelveHourMode) != 0 ? -1 : FromBcd(hours);
            int month = FromBcd(months & ~CenturyBit);
            int century = (months & CenturyBit) != 0 ? 100 : 0;
            bool isTime = second >= 0 && second < 60 && minute >= 0 && minute < 60 && hour >= 0 && hour < 24 && year >= 0;
            long unixSeconds;
            if (!isTime || !Ds3231Calendar.TryToUnix(century + year, month, day, (hour * 3600) + (minute * 60) + second, out unixSeconds))
            {
                return ClockReading.Failed(ClockFault.Invalid);
            }

            bool isQuiet = (registers[ControlAt] & ControlMask) == QuietBits
                && (registers[StatusAt] & Enable32Kilohertz) == 0 && registers[AgeingAt] == 0;
            return isQuiet ? ClockReading.At(unixSeconds) : ClockReading.Unsettled(unixSeconds);
        }

        /// <summary>
        /// Writes the time, then every other register that matters, then reads all of them back: the oscillator must run on the battery
        /// (modules that were used before may have it off), no alarm, square wave or 32 kHz may draw current, and the ageing trim of
        /// another program is undone.
        /// </summary>
        /// <param name="unixSeconds">2000 to 2199. Writing the seconds restarts the chip's second.</param>
        /// <returns>False when the chip did not take it.</returns>
        public bool TrySet(long unixSeconds)
        {
            int[] civil = Ds3231Calendar.FromUnix(unixSeconds);
            if (civil == null)
            {
                return false;
            }

            int year = civil[0];

            byte[] time = new byte[]
            {
                SecondsRegister,
                ToBcd(civil[5]),
                ToBcd(civil[4]),
                ToBcd(civil[3]),
                1, // day of the week: unused, but must be 1 to 7
                ToBcd(civil[2]),
                (byte)(ToBcd(civil[1]) | (year >= 100 ? CenturyBit : 0)),
                ToBcd(year % 100),
            };
            byte[] settings = new byte[]
            {
                ControlRegister,
                QuietControl,
                0, // status: oscillator-stop flag and alarm flags cleared, 32 kHz off
                0, // ageing
            };
            if (!Write(time) || !Write(settings))
            {
                return false;
            }

            ClockReading back = Read();
            return back.IsValid && back.IsSettled && back.UnixSeconds - unixSeconds <= 1 && back.UnixSeconds >= unixSeconds;
        }

        private static byte ToBcd(int value)
        {
            return (byte)(((value / 10) << 4) | (value % 10));
        }

        /// <summary>0 to 99, or -1 when a digit is above 9.</summary>
        private static int FromBcd(int bcd)
        {
            int tens = bcd >> 4;
            int ones = bcd & 15;
            return tens > 9 || ones > 9 ? -1 : (tens * 10) + ones;
        }

        private bool Write(byte[] bytes)
        {
            return _device.Write(bytes).Status == I2cTransferStatus.FullTransfer;
        }
    }
}
