using System.Device.I2c;
using HwToken.Core;

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

        private const byte StatusRegister = 0x0F;
        private const byte SecondsRegister = 0x00;

        // One transfer reads all: from the status at 0x0F the register pointer runs to 0x12 and wraps to the seconds at 0x00.
        private const int StatusAt = 0;
        private const int SecondsAt = 4;
        private const int ReadBytes = 11;

        private const byte OscillatorStopFlag = 0x80;
        private const byte TwelveHourMode = 0x40;
        private const byte CenturyBit = 0x80;
        private const int FirstYear = 2000;

        private readonly I2cDevice _device;

        /// <summary>Takes the opened device.</summary>
        public Ds3231(I2cDevice device)
        {
            _device = device;
        }

        /// <summary>Reads time and oscillator-stop flag in one transfer.</summary>
        public ClockReading Read()
        {
            byte[] registers = new byte[ReadBytes];
            I2cTransferResult result = _device.WriteRead(new byte[] { StatusRegister }, registers);
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
            long unixSeconds;
            return year >= 0 && UtcTime.TryFromCivil(FirstYear + century + year, month, day, hour, minute, second, out unixSeconds)
                ? ClockReading.At(unixSeconds)
                : ClockReading.Failed(ClockFault.Invalid);
        }

        /// <summary>Writes the time, then clears the oscillator-stop flag, then reads back.</summary>
        /// <param name="unixSeconds">2000 to 2199. Writing the seconds restarts the chip's second.</param>
        /// <returns>False when the chip did not take it.</returns>
        public bool TrySet(long unixSeconds)
        {
            int[] civil = UtcTime.ToCivil(unixSeconds);
            int year = civil[0] - FirstYear;
            if (year < 0 || year > 199)
            {
                return false;
            }

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
            if (!Write(time) || !Write(new byte[] { StatusRegister, 0 }))
            {
                return false;
            }

            ClockReading back = Read();
            return back.IsValid && back.UnixSeconds - unixSeconds <= 1 && back.UnixSeconds >= unixSeconds;
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
