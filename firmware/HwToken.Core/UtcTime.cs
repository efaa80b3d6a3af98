using HwToken.Core.Text;

namespace HwToken.Core
{
    /// <summary>
    /// Unix time and the civil calendar. Own arithmetic: nanoFramework's DateTime turns 31 February into 3 March instead of
    /// refusing it.
    /// </summary>
    public static class UtcTime
    {
        private const int SecondsPerDay = 86400;
        private const int DaysPer400Years = 146097;

        /// <summary>Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.</summary>
        private const int EpochDay = 719468;

        /// <summary>The latest time that lines and files may carry: the year 2514.</summary>
        private const ulong MaxWritten = uint.MaxValue * 4UL;

        /// <summary>Turns a civil date and time into Unix time.</summary>
        /// <param name="year">1970 to 9999.</param>
        /// <param name="month">1 to 12.</param>
        /// <param name="day">1 to 31.</param>
        /// <param name="hour">0 to 23.</param>
        /// <param name="minute">0 to 59.</param>
        /// <param name="second">0 to 59.</param>
        /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z, or 0.</param>
        /// <returns>False when there is no such date or time (a leap second included).</returns>
        public static bool TryFromCivil(int year, int month, int day, int hour, int minute, int second, out long unixSeconds)
        {
            unixSeconds = 0;
            if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month)
                || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
            {
                return false;
            }

            // Years that begin in March put the leap day at the end of the year.
            int shiftedYear = month > 2 ? year : year - 1;
            int era = shiftedYear / 400;
            int yearOfEra = shiftedYear - (era * 400);
            int dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
            int dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
            long days = ((long)era * DaysPer400Years) + dayOfEra - EpochDay;
            unixSeconds = (days * SecondsPerDay) + (hour * 3600) + (minute * 60) + second;
            return true;
        }

        /// <summary>Reads Unix time as lines and files carry it: digits, 0 to 17179869180.</summary>
        /// <param name="text">The digits.</param>
        /// <param name="unixSeconds">
        /// The time, or 0. A caller's variable takes the number's unsigned tag off, which a cast at the place of use would keep (the interpreter
        /// would then divide without sign).
        /// </param>
        /// <returns>False when anything else stands there.</returns>
        public static bool TryParse(string text, out long unixSeconds)
        {
            ulong read;
            bool isRead = Number.TryParse(text, out read) && read <= MaxWritten;
            unixSeconds = isRead ? (long)read : 0;
            return isRead;
        }

        /// <summary>Splits Unix time (1970 or later) into year, month, day, hour, minute, second.</summary>
        /// <returns>Six numbers.</returns>
        public static int[] ToCivil(long unixSeconds)
        {
            int secondOfDay = (int)(unixSeconds % SecondsPerDay);
            int days = (int)(unixSeconds / SecondsPerDay) + EpochDay;
            int era = days / DaysPer400Years;
            int dayOfEra = days - (era * DaysPer400Years);
            int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
            int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
            int shiftedMonth = ((5 * dayOfYear) + 2) / 153;
            int day = dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1;
            int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
            int year = (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
            return new int[] { year, month, day, secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60 };
        }

        /// <summary>Days of a month in the Gregorian calendar.</summary>
        /// <param name="year">Year of the common era.</param>
        /// <param name="month">1 to 12.</param>
        public static int DaysInMonth(int year, int month)
        {
            if (month == 2)
            {
                bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
                return isLeap ? 29 : 28;
            }

            return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        }
    }
}
