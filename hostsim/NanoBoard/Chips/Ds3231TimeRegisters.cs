namespace NanoBoard.Chips;

/// <summary>The seven time registers of the DS3231 (data sheet 19-5170, figure 1): BCD, 12 or 24 hours, century bit.</summary>
internal static class Ds3231TimeRegisters
{
    public const int Count = 7;

    private const int TwelveHours = 0x40;
    private const int Afternoon = 0x20;
    private const int CenturyBit = 0x80;

    /// <summary>Reads a time out of the registers.</summary>
    /// <param name="registers">The seven registers.</param>
    /// <param name="seconds">Seconds since year 00, century bit clear.</param>
    /// <returns>False when a digit or field is out of range.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> registers, out long seconds)
    {
        seconds = 0;
        int second = FromBcd(registers[0]);
        int minute = FromBcd(registers[1]);
        int hour = DecodeHour(registers[2]);
        int day = FromBcd(registers[4]);
        int month = FromBcd((byte)(registers[5] & ~CenturyBit));
        int year = FromBcd(registers[6]);
        bool isTime = second is >= 0 and < 60 && minute is >= 0 and < 60 && hour is >= 0 and < 24;
        if (!isTime || year < 0 || month is < 1 or > 12 || day < 1 || day > Ds3231Calendar.DaysIn(year, month))
        {
            return false;
        }

        int century = (registers[5] & CenturyBit) != 0 ? 1 : 0;
        seconds = (Ds3231Calendar.ToDays(century, year, month, day) * 86400) + (hour * 3600) + (minute * 60) + second;
        return true;
    }

    /// <summary>Writes a time into the registers.</summary>
    /// <param name="seconds">Seconds since year 00, century bit clear.</param>
    /// <param name="twelveHours">Show hours as 1 to 12 with AM/PM.</param>
    /// <param name="dayOfWeek">1 to 7, as the user counts.</param>
    /// <param name="registers">The seven registers.</param>
    public static void Encode(long seconds, bool twelveHours, int dayOfWeek, Span<byte> registers)
    {
        int ofDay = (int)(seconds % 86400);
        int hour = ofDay / 3600;
        (int century, int year, int month, int day) = Ds3231Calendar.FromDays(seconds / 86400);
        registers[0] = ToBcd(ofDay % 60);
        registers[1] = ToBcd(ofDay / 60 % 60);
        registers[2] = twelveHours
            ? (byte)(TwelveHours | (hour >= 12 ? Afternoon : 0) | ToBcd(((hour + 11) % 12) + 1))
            : ToBcd(hour);
        registers[3] = (byte)dayOfWeek;
        registers[4] = ToBcd(day);
        registers[5] = (byte)(ToBcd(month) | (century != 0 ? CenturyBit : 0));
        registers[6] = ToBcd(year);
    }

    public static bool IsTwelveHours(byte hours) => (hours & TwelveHours) != 0;

    private static int DecodeHour(byte register)
    {
        if (!IsTwelveHours(register))
        {
            return FromBcd(register);
        }

        int hour = FromBcd((byte)(register & 0x1F));
        return hour is < 1 or > 12 ? -1 : (hour % 12) + ((register & Afternoon) != 0 ? 12 : 0);
    }

    private static int FromBcd(byte bcd) => (bcd >> 4) > 9 || (bcd & 15) > 9 ? -1 : ((bcd >> 4) * 10) + (bcd & 15);

    private static byte ToBcd(int value) => (byte)(((value / 10) << 4) | (value % 10));
}
