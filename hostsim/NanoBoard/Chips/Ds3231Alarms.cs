namespace NanoBoard.Chips;

/// <summary>The two alarms of the DS3231 (data sheet, tables 1 and 2): registers 0x07 to 0x0A and 0x0B to 0x0D with their mask bits.</summary>
internal static class Ds3231Alarms
{
    private const int Mask = 0x80;
    private const int ByWeekday = 0x40;
    private const int LongestSearchDays = 62; // a 31st comes at the latest after two months

    /// <summary>True when alarm 1 or 2 matches a second after one moment and up to another.</summary>
    /// <param name="registers">All registers.</param>
    /// <param name="number">1 or 2.</param>
    /// <param name="after">Seconds since year 00, exclusive.</param>
    /// <param name="upTo">Seconds since year 00, inclusive.</param>
    /// <param name="weekdayOffset">What the day-of-week counter adds to the day number.</param>
    public static bool Fires(ReadOnlySpan<byte> registers, int number, long after, long upTo, int weekdayOffset)
    {
        // Alarm 2 has no seconds: it comes when a minute begins.
        ReadOnlySpan<byte> alarm = number == 1 ? registers[0x07..0x0B] : [0, registers[0x0B], registers[0x0C], registers[0x0D]];
        bool bySecond = (alarm[0] & Mask) == 0;
        bool byMinute = (alarm[1] & Mask) == 0;
        bool byHour = (alarm[2] & Mask) == 0;
        bool byDay = (alarm[3] & Mask) == 0;
        if (!bySecond)
        {
            return upTo > after;
        }

        int second = FromBcd(alarm[0] & 0x7F);
        if (!byMinute)
        {
            return FirstAfter(after, second, 60) <= upTo;
        }

        int minute = FromBcd(alarm[1] & 0x7F);
        if (!byHour)
        {
            return FirstAfter(after, (minute * 60) + second, 3600) <= upTo;
        }

        int hour = FromBcd(alarm[2] & 0x3F);
        long next = FirstAfter(after, (hour * 3600) + (minute * 60) + second, 86400);
        for (int days = 0; byDay && days < LongestSearchDays && !IsDay(alarm[3], next / 86400, weekdayOffset); days++)
        {
            next += 86400;
        }

        return next <= upTo;
    }

    private static bool IsDay(byte register, long day, int weekdayOffset) => (register & ByWeekday) != 0
        ? ((day + weekdayOffset) % 7) + 1 == (register & 0x0F)
        : Ds3231Calendar.FromDays(day).Day == FromBcd(register & 0x3F);

    /// <summary>The first second after a moment that stands at a place in its period.</summary>
    private static long FirstAfter(long after, int place, int period)
    {
        long next = (after / period * period) + place;
        return next > after ? next : next + period;
    }

    private static int FromBcd(int bcd) => ((bcd >> 4) * 10) + (bcd & 15);
}
