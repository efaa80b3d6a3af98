using FsCheck.Fluent;

namespace HwToken.Core.Tests;

public sealed class UtcTimeTests
{
    private static readonly long LastSecond = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds();

    [Theory]
    [InlineData(0, 1970, 1, 1, 0, 0, 0)]
    [InlineData(951782400, 2000, 2, 29, 0, 0, 0)]
    [InlineData(1111111109, 2005, 3, 18, 1, 58, 29)]
    [InlineData(1234567890, 2009, 2, 13, 23, 31, 30)]
    [InlineData(4107542399, 2100, 2, 28, 23, 59, 59)]
    [InlineData(4107542400, 2100, 3, 1, 0, 0, 0)]
    [InlineData(20000000000, 2603, 10, 11, 11, 33, 20)]
    [InlineData(253402300799, 9999, 12, 31, 23, 59, 59)]
    public void Known_instants(long unix, int year, int month, int day, int hour, int minute, int second)
    {
        Assert.True(UtcTime.TryFromCivil(year, month, day, hour, minute, second, out long read));
        Assert.Equal(unix, read);
        Assert.Equal([year, month, day, hour, minute, second], UtcTime.ToCivil(unix));
    }

    [Fact]
    public void Every_day_from_1970_to_2199_agrees_with_the_calendar_of_the_platform()
    {
        DateTimeOffset end = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
        int days = 0;
        for (DateTimeOffset day = DateTimeOffset.UnixEpoch; day < end; day = day.AddDays(1), days++)
        {
            AssertAgrees(day);
            AssertAgrees(day.AddSeconds(86399));
        }

        Assert.Equal(84006, days);
    }

    [Fact]
    public void Random_instants_agree_with_the_calendar_of_the_platform()
    {
        var instants = Any.UInt64.Select(value => (long)(value % (ulong)(LastSecond + 1)));
        Seeded.Check(instants, unix => AssertAgrees(DateTimeOffset.FromUnixTimeSeconds(unix)), 5000);
    }

    [Theory]
    [InlineData(2026, 2, 31, 0, 0, 0)]
    [InlineData(2026, 2, 30, 0, 0, 0)]
    [InlineData(2026, 2, 29, 0, 0, 0)]
    [InlineData(2100, 2, 29, 0, 0, 0)]
    [InlineData(2028, 2, 30, 0, 0, 0)]
    [InlineData(2026, 4, 31, 0, 0, 0)]
    [InlineData(2026, 6, 31, 0, 0, 0)]
    [InlineData(2026, 9, 31, 0, 0, 0)]
    [InlineData(2026, 11, 31, 0, 0, 0)]
    [InlineData(2026, 1, 32, 0, 0, 0)]
    [InlineData(2026, 12, 32, 0, 0, 0)]
    [InlineData(2026, 1, 0, 0, 0, 0)]
    [InlineData(2026, 1, -1, 0, 0, 0)]
    [InlineData(2026, 0, 1, 0, 0, 0)]
    [InlineData(2026, 13, 1, 0, 0, 0)]
    [InlineData(2026, -1, 1, 0, 0, 0)]
    [InlineData(1969, 12, 31, 23, 59, 59)]
    [InlineData(10000, 1, 1, 0, 0, 0)]
    [InlineData(2026, 1, 1, 24, 0, 0)]
    [InlineData(2026, 1, 1, -1, 0, 0)]
    [InlineData(2026, 1, 1, 0, 60, 0)]
    [InlineData(2026, 1, 1, 0, -1, 0)]
    [InlineData(2026, 1, 1, 0, 0, -1)]
    [InlineData(2016, 12, 31, 23, 59, 60)]
    public void A_date_or_time_that_does_not_exist_is_refused(int year, int month, int day, int hour, int minute, int second)
    {
        Assert.False(UtcTime.TryFromCivil(year, month, day, hour, minute, second, out long unix));
        Assert.Equal(0, unix);
    }

    [Fact]
    public void Months_have_the_days_of_the_platform_s_calendar()
    {
        for (int year = 1970; year <= 2400; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                Assert.Equal(DateTime.DaysInMonth(year, month), UtcTime.DaysInMonth(year, month));
            }
        }
    }

    private static void AssertAgrees(DateTimeOffset instant)
    {
        long unix = instant.ToUnixTimeSeconds();
        Assert.True(UtcTime.TryFromCivil(
            instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second, out long read));
        Assert.Equal(unix, read);
        Assert.Equal([instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second], UtcTime.ToCivil(unix));
    }
}
