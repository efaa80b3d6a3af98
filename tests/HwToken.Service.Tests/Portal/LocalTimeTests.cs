using HwToken.Service.Portal.Web;

namespace HwToken.Service.Tests.Portal;

/// <summary>Times on pages are told in one zone and with its name.</summary>
public class LocalTimeTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 30, 16, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("Asia/Tokyo", "2026-07-01 01:05:09 JST", "2026年7月1日")]
    [InlineData("UTC", "2026-06-30 16:05:09 UTC", "2026年6月30日")]
    [InlineData("Europe/Berlin", "2026-06-30 18:05:09 UTC+02:00", "2026年6月30日")]
    [InlineData("America/New_York", "2026-06-30 12:05:09 UTC-04:00", "2026年6月30日")]
    public void A_moment_has_its_zone(string zone, string moment, string day)
    {
        var times = new LocalTime(zone);
        Assert.Equal(moment, times.Moment(At));
        Assert.Equal(day, times.Day(new LocalText("ja"), At));
        Assert.Equal("-", times.Moment(null));
    }

    [Fact]
    public void A_zone_that_is_none_is_told_with_what_to_write() =>
        Assert.Contains("Asia/Tokyo", Assert.Throws<ArgumentException>(() => new LocalTime("Nowhere/Land")).Message, StringComparison.Ordinal);
}
