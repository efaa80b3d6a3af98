using System.Globalization;
using NanoBoard.Running;
using Desktop = System.DateTime;

namespace Nano.System;

/// <summary>
/// nanoFramework's <c>System.DateTime</c>: UTC only, years 1601 to 3000, no check of the day against its month (31 February
/// becomes 3 March), <see cref="UtcNow"/> from the chip's own calendar.
/// </summary>
public readonly struct DateTime
{
    /// <summary>1 January 1601.</summary>
    public static readonly DateTime MinValue = new(MinTicks);

    /// <summary>The last tick of 3000.</summary>
    public static readonly DateTime MaxValue = new(MaxTicks);

    /// <summary>1 January 1970.</summary>
    public static readonly DateTime UnixEpoch = new(Desktop.UnixEpoch.Ticks);

    private const long MinTicks = 504911232000000000;
    private const long MaxTicks = 946708127999999999;
    private const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private const int LastMillisecond = 1000; // sic: the device lets 1000 pass

    private readonly long _sinceOrigin;

    /// <summary>A moment in ticks of 100 ns since the year 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1601 to 3000.</exception>
    public DateTime(long ticks)
    {
        if (ticks is < MinTicks or > MaxTicks)
        {
            throw new ArgumentOutOfRangeException(nameof(ticks));
        }

        _sinceOrigin = ticks - MinTicks;
    }

    /// <summary>A moment in ticks. There is no time but UTC.</summary>
    public DateTime(long ticks, DateTimeKind kind)
        : this(ticks)
    {
        if (kind == DateTimeKind.Local)
        {
            throw new ArgumentException("There is no local time.");
        }
    }

    /// <summary>Midnight of a day.</summary>
    public DateTime(int year, int month, int day)
        : this(year, month, day, 0, 0, 0, 0)
    {
    }

    /// <summary>A second of a day.</summary>
    public DateTime(int year, int month, int day, int hour, int minute, int second)
        : this(year, month, day, hour, minute, second, 0)
    {
    }

    /// <summary>A millisecond of a day. The day may be up to 31 in every month: what is too much runs over into the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is out of its range.</exception>
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
    {
        bool isDate = year is >= 1601 and <= 3000 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
        bool isTime = hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59 && millisecond is >= 0 and <= LastMillisecond;
        if (!isDate || !isTime)
        {
            throw new ArgumentOutOfRangeException(nameof(year));
        }

        long days = new Desktop(year, month, 1).Ticks / TimeSpan.TicksPerDay;
        long milliseconds = ((((((days + day - 1) * 24) + hour) * 60L) + minute) * 60000L) + (second * 1000L) + millisecond;
        _sinceOrigin = (milliseconds * TimeSpan.TicksPerMillisecond) - MinTicks;
    }

    /// <summary>What the chip believes to be the time: from 1970 at power-on until it is set.</summary>
    public static DateTime UtcNow
    {
        get
        {
            Boot boot = Boot.Call();
            return new DateTime(boot.Ask(boot, static asked => asked.Board.SystemClock.Ticks));
        }
    }

    /// <summary>The day that the chip believes to be today.</summary>
    public static DateTime Today => UtcNow.Date;

    /// <summary>Always UTC.</summary>
    public DateTimeKind Kind => DateTimeKind.Utc;

    /// <summary>Midnight.</summary>
    public DateTime Date => new(Ticks - (Ticks % TimeSpan.TicksPerDay));

    /// <summary>1 to 31.</summary>
    public int Day => ToDesktop().Day;

    /// <summary>Day of the week.</summary>
    public DayOfWeek DayOfWeek => ToDesktop().DayOfWeek;

    /// <summary>1 to 366.</summary>
    public int DayOfYear => ToDesktop().DayOfYear;

    /// <summary>0 to 23.</summary>
    public int Hour => ToDesktop().Hour;

    /// <summary>0 to 999.</summary>
    public int Millisecond => ToDesktop().Millisecond;

    /// <summary>0 to 59.</summary>
    public int Minute => ToDesktop().Minute;

    /// <summary>1 to 12.</summary>
    public int Month => ToDesktop().Month;

    /// <summary>0 to 59.</summary>
    public int Second => ToDesktop().Second;

    /// <summary>Ticks of 100 ns since the year 1.</summary>
    public long Ticks => _sinceOrigin + MinTicks;

    /// <summary>Time since midnight.</summary>
    public TimeSpan TimeOfDay => new(Ticks % TimeSpan.TicksPerDay);

    /// <summary>1601 to 3000.</summary>
    public int Year => ToDesktop().Year;

    /// <summary>Later by a time.</summary>
    public static DateTime operator +(DateTime d, TimeSpan t) => new(d.Ticks + t.Ticks);

    /// <summary>Earlier by a time.</summary>
    public static DateTime operator -(DateTime d, TimeSpan t) => new(d.Ticks - t.Ticks);

    /// <summary>Time between two moments.</summary>
    public static TimeSpan operator -(DateTime d1, DateTime d2) => new(d1.Ticks - d2.Ticks);

    /// <summary>Same moment.</summary>
    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;

    /// <summary>Another moment.</summary>
    public static bool operator !=(DateTime t1, DateTime t2) => t1.Ticks != t2.Ticks;

    /// <summary>Earlier.</summary>
    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;

    /// <summary>Earlier or same.</summary>
    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;

    /// <summary>Later.</summary>
    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;

    /// <summary>Later or same.</summary>
    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    /// <summary>-1, 0 or 1: earlier, the same, later.</summary>
    public static int Compare(DateTime t1, DateTime t2) => t1.Ticks.CompareTo(t2.Ticks);

    /// <summary>The same moment.</summary>
    public static bool Equals(DateTime t1, DateTime t2) => t1 == t2;

    /// <summary>A moment from text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTime Parse(string value) => new(Desktop.Parse(value, CultureInfo.InvariantCulture, AsUtc).Ticks);

    /// <summary>A moment from text.</summary>
    /// <returns>False: it is none.</returns>
    public static bool TryParse(string? value, out DateTime result)
    {
        bool isOne = Desktop.TryParse(value, CultureInfo.InvariantCulture, AsUtc, out Desktop parsed) && parsed.Ticks is >= MinTicks and <= MaxTicks;
        result = isOne ? new DateTime(parsed.Ticks) : MinValue;
        return isOne;
    }

    /// <summary>Days of a month.</summary>
    public static int DaysInMonth(int year, int month) => Desktop.DaysInMonth(year, month);

    /// <summary>A moment from Unix time.</summary>
    /// <param name="seconds">Not negative, up to the year 3000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside.</exception>
    public static DateTime FromUnixTimeSeconds(long seconds)
    {
        const long MaxSeconds = (MaxTicks / TimeSpan.TicksPerSecond) - 62135596800;
        if (seconds is < 0 or > MaxSeconds)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds));
        }

        return new DateTime((seconds * TimeSpan.TicksPerSecond) + Desktop.UnixEpoch.Ticks);
    }

    /// <summary>Unix time, rounded down.</summary>
    public long ToUnixTimeSeconds() => (Ticks / TimeSpan.TicksPerSecond) - 62135596800;

    /// <summary>Later by a time.</summary>
    public DateTime Add(TimeSpan val) => this + val;

    /// <summary>-1, 0 or 1: earlier than another moment, the same, later. 1 for null.</summary>
    /// <exception cref="ArgumentException">It is no moment.</exception>
    public int CompareTo(object? value) => value is null ? 1 : value is DateTime other ? Compare(this, other) : throw new ArgumentException("Not a DateTime.");

    /// <summary>Time since another moment.</summary>
    public TimeSpan Subtract(DateTime val) => this - val;

    /// <summary>Earlier by a time.</summary>
    public DateTime Subtract(TimeSpan val) => this - val;

    /// <summary>Later by days.</summary>
    public DateTime AddDays(double val) => AddScaled(val, 86400000);

    /// <summary>Later by hours.</summary>
    public DateTime AddHours(double val) => AddScaled(val, 3600000);

    /// <summary>Later by minutes.</summary>
    public DateTime AddMinutes(double val) => AddScaled(val, 60000);

    /// <summary>Later by seconds.</summary>
    public DateTime AddSeconds(double val) => AddScaled(val, 1000);

    /// <summary>Later by milliseconds.</summary>
    public DateTime AddMilliseconds(double val) => AddScaled(val, 1);

    /// <summary>Later by ticks.</summary>
    public DateTime AddTicks(long val) => new(Ticks + val);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DateTime other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _sinceOrigin.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => ToDesktop().ToString(CultureInfo.InvariantCulture);

    /// <summary>As text.</summary>
    public string ToString(string format) => ToDesktop().ToString(format, CultureInfo.InvariantCulture);

    private DateTime AddScaled(double val, int milliseconds) =>
        new(Ticks + (long)((val * milliseconds * TimeSpan.TicksPerMillisecond) + (val >= 0 ? 0.5 : -0.5)));

    private Desktop ToDesktop() => new(Ticks, DateTimeKind.Utc);
}
