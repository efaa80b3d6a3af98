using nanoFramework.Runtime.Native;

namespace NanoBoard.Tests.Time;

public sealed class SystemClockTests
{
    [Fact]
    public void It_starts_at_1970_when_power_comes()
    {
        using Rig rig = Rig.Once(() => Assert.Equal((1970, 1, 1), (DateTime.UtcNow.Year, DateTime.UtcNow.Month, DateTime.UtcNow.Day)));
    }

    [Fact]
    public void It_is_set_in_whole_seconds()
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.True(Rtc.SetSystemTime(new DateTime(2026, 7, 1, 12, 0, 0).AddMilliseconds(900)));
            TimeSpan since = DateTime.UtcNow - new DateTime(2026, 7, 1, 12, 0, 0);
            Assert.InRange(since, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        });
    }

    [Theory]
    [InlineData(0, 3600)]
    [InlineData(10000, 3600 / 1.01)]
    [InlineData(-10000, 3600 / 0.99)]
    public void It_survives_deep_sleep_with_the_error_of_its_oscillator(double ppm, double trueSeconds)
    {
        var readings = new List<long>();
        using var rig = new Rig(
            () =>
            {
                readings.Add(DateTime.UtcNow.Ticks);
                Rig.SleepFor(TimeSpan.FromHours(1));
            },
            new BoardOptions { SystemClockPpm = ppm });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromHours(1.1));

        Assert.Equal(2, readings.Count);
        double believed = TimeSpan.FromTicks(readings[1] - readings[0]).TotalSeconds;
        Assert.InRange(believed, 3600.6, 3600.61);
        DateTimeOffset[] at = [.. rig.Events<Events.FirmwareStarted>().Select(e => e.At)];
        Assert.InRange((at[1] - at[0]).TotalSeconds, trueSeconds + 0.6, trueSeconds + 0.61);
    }

    [Fact]
    public void A_chip_reset_loses_it()
    {
        var years = new List<int>();
        using var rig = new Rig(() =>
        {
            years.Add(DateTime.UtcNow.Year);
            Rtc.SetSystemTime(new DateTime(2026, 7, 1));
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.Reset();
        rig.Run(Rig.Second);

        Assert.Equal([1970, 1970], years);
    }
}
