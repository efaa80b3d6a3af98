namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The calendar that a DS3231 counts by (data sheet: valid up to 2100): every fourth year is a leap year, 2100 too. Its 29 February
    /// 2100 is the world's 1 March; reckoned by its own calendar, both ways, its days stay right.
    /// </summary>
    public static class Ds3231Calendar
    {
        /// <summary>Years from 2000 that its registers hold, with the century bit.</summary>
        public const int Years = 200;

        private const long FirstSecond = 946684800; // 2000-01-01T00:00:00Z
        private const int SecondsPerDay = 86400;
        private const int DaysPerFourYears = 1461;
        private const int DaysPerLeapYear = 366;
        private const int DaysPerYear = 365;

        /// <summary>Turns what the registers say into Unix time.</summary>
        /// <param name="year">Years since 2000, 0 to 199.</param>
        /// <param name="month">1 to 12.</param>
        /// <param name="day">1 to 31.</param>
        /// <param name="secondOfDay">0 to 86399.</param>
        /// <param name="unixSeconds">Seconds since 1970, or 0.</param>
        /// <returns>False when the chip has no such date.</returns>
        public static bool TryToUnix(int year, int month, int day, int secondOfDay, out long unixSeconds)
        {
            unixSeconds = 0;
            if (year < 0 || year >= Years || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month))
            {
                return false;
            }

            int days = (year * DaysPerYear) + ((year + 3) / 4) + DaysBefore(year, month) + day - 1;
            unixSeconds = FirstSecond + ((long)days * SecondsPerDay) + secondOfDay;
            return true;
        }

        /// <summary>Splits Unix time into what the registers are to say.</summary>
        /// <param name="unixSeconds">Any.</param>
        /// <returns>Years since 2000, month, day, hour, minute, second; null outside the chip's 200 years.</returns>
        public static int[] FromUnix(long unixSeconds)
        {
            long since = unixSeconds - FirstSecond;
            if (since < 0 || since / SecondsPerDay >= Years / 4 * DaysPerFourYears)
            {
                return null;
            }

            int secondOfDay = (int)(since % SecondsPerDay);
            int days = (int)(since / SecondsPerDay);
            int year = days / DaysPerFourYears * 4;
            int rest = days % DaysPerFourYears;
            if (rest >= DaysPerLeapYear)
            {
                rest -= DaysPerLeapYear;
                year += 1 + (rest / DaysPerYear);
                rest %= DaysPerYear;
            }

            int month = 12;
            while (rest < DaysBefore(year, month))
            {
                month--;
            }

            return new int[] { year, month, rest - DaysBefore(year, month) + 1, secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60 };
        }

        private static int DaysIn(int year, int month)
        {
            return month == 12 ? 31 : DaysBefore(year, month + 1) - DaysBefore(year, month);
        }

        /// <summary>Days of the year before a month: 30.6 a month on the average, with a short February.</summary>
        private static int DaysBefore(int year, int month)
        {
            return month <= 2 ? 31 * (month - 1) : (((153 * month) - 457) / 5) + (year % 4 == 0 ? 60 : 59);
        }
    }
}
