namespace NanoBoard.Chips;

/// <summary>The calendar that the DS3231 counts: two centuries of 36,525 days, every fourth year a leap year (valid to 2100).</summary>
internal static class Ds3231Calendar
{
    private const int DaysInCentury = 36525;
    private const int DaysInFourYears = 1461;

    private static readonly int[] s_daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    /// <summary>Days since 1 January of year 00 with the century bit clear.</summary>
    /// <param name="century">0 or 1: the century bit.</param>
    /// <param name="year">0 to 99.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the length of the month.</param>
    public static long ToDays(int century, int year, int month, int day)
    {
        int leap = year % 4 == 0 && month > 2 ? 1 : 0;
        return ((long)century * DaysInCentury) + (year * 365) + ((year + 3) / 4) + s_daysBefore[month - 1] + leap + day - 1;
    }

    /// <summary>The date of a day number, which may lie beyond the two centuries: the century bit then toggles on.</summary>
    public static (int Century, int Year, int Month, int Day) FromDays(long days)
    {
        int inSpan = (int)(((days % (2 * DaysInCentury)) + (2 * DaysInCentury)) % (2 * DaysInCentury));
        int century = inSpan / DaysInCentury;
        int inCentury = inSpan % DaysInCentury;
        int year = inCentury / DaysInFourYears * 4;
        int rest = inCentury % DaysInFourYears;
        if (rest >= 366)
        {
            year += 1 + ((rest - 366) / 365);
            rest = (rest - 366) % 365;
        }

        int month = 12;
        while (rest < FirstDayOf(year, month))
        {
            month--;
        }

        return (century, year, month, rest - FirstDayOf(year, month) + 1);
    }

    /// <summary>Days of a month.</summary>
    public static int DaysIn(int year, int month) =>
        month == 2 && year % 4 == 0 ? 29 : s_daysBefore[month] - s_daysBefore[month - 1];

    private static int FirstDayOf(int year, int month) => s_daysBefore[month - 1] + (year % 4 == 0 && month > 2 ? 1 : 0);
}
