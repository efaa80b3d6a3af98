using FsCheck.Fluent;

namespace HwToken.Core.Tests;

public sealed class UtcTimeTests
{
    private static readonly long LastSecond = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds();

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
