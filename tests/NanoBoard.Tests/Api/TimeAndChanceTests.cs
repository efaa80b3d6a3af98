using nanoFramework.Hardware.Esp32;
using Desktop = System.DateTime;

namespace NanoBoard.Tests.Api;

public sealed class TimeAndChanceTests
{
    [Fact]
    public void Dates_agree_with_the_desktop()
    {
        for (Desktop day = new(1999, 12, 30, 13, 14, 15, DateTimeKind.Utc); day.Year < 2030; day = day.AddDays(1))
        {
            var nano = new DateTime(day.Year, day.Month, day.Day, 13, 14, 15);
            Assert.Equal(day.Ticks, nano.Ticks);
            Assert.Equal((day.Year, day.Month, day.Day, day.DayOfWeek), (nano.Year, nano.Month, nano.Day, nano.DayOfWeek));
            Assert.Equal(((DateTimeOffset)day).ToUnixTimeSeconds(), nano.ToUnixTimeSeconds());
            Assert.Equal(nano, DateTime.FromUnixTimeSeconds(nano.ToUnixTimeSeconds()));
        }
    }

    [Theory]
    [InlineData(2026, 2, 31, 3, 3)]
    [InlineData(2026, 2, 29, 3, 1)]
    [InlineData(2024, 2, 31, 3, 2)]
    [InlineData(2026, 4, 31, 5, 1)]
    public void A_day_too_many_runs_into_the_next_month(int year, int month, int day, int inMonth, int onDay)
    {
        var rolled = new DateTime(year, month, day);
        Assert.Equal((inMonth, onDay), (rolled.Month, rolled.Day));
    }

    [Theory]
    [InlineData(2026, 0, 1, 0)]
    [InlineData(2026, 13, 1, 0)]
    [InlineData(2026, 1, 0, 0)]
    [InlineData(2026, 1, 32, 0)]
    [InlineData(1600, 1, 1, 0)]
    [InlineData(3001, 1, 1, 0)]
    [InlineData(2026, 1, 1, 24)]
    public void Other_fields_are_checked(int year, int month, int day, int hour) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateTime(year, month, day, hour, 0, 0));

    [Fact]
    public void Arithmetic_and_text_work()
    {
        DateTime start = DateTime.UnixEpoch;
        Assert.Equal(start.AddDays(1), start + TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromHours(2), start.AddHours(2) - start);
        Assert.True(start < start.AddSeconds(1) && start.AddMinutes(1) > start && start <= start.AddTicks(0));
        Assert.Equal("1970-01-01 00:01:00", start.AddMinutes(1).ToString("yyyy-MM-dd HH:mm:ss"));
        Assert.Equal(29, DateTime.DaysInMonth(2028, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateTime.FromUnixTimeSeconds(-1));
        Assert.Equal(1601, default(DateTime).Year);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(123)]
    public void A_wait_ends_on_the_first_tick_at_or_after_its_time(int milliseconds)
    {
        using Rig rig = Rig.Once(() =>
        {
            ulong before = HighResTimer.GetCurrent();
            Thread.Sleep(milliseconds);
            ulong after = HighResTimer.GetCurrent() - 100;
            Assert.Equal(0UL, after % 10_000);
            Assert.InRange(after - before, ((ulong)milliseconds * 1000) - 100, ((ulong)milliseconds * 1000) + 10_100);
        });
    }

    [Fact]
    public void Waits_may_be_time_spans_or_nothing_or_for_ever()
    {
        bool cameBack = false;
        using var rig = new Rig(() =>
        {
            Thread.Sleep(0);
            Thread.Sleep(TimeSpan.FromSeconds(1));
            Assert.Throws<ArgumentOutOfRangeException>(() => Thread.Sleep(-2));
            Thread.Sleep(Timeout.InfiniteTimeSpan);
            cameBack = true;
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromDays(10_000));
        Assert.False(cameBack);
        Assert.Equal(BoardState.Awake, rig.Board.State);
    }

    [Fact]
    public void Random_numbers_follow_the_board_and_not_the_seed_argument()
    {
        byte[][] draws = [Draw(1, 5), Draw(1, 6), Draw(2, 5)];
        Assert.Equal(draws[0], draws[1]);
        Assert.NotEqual(draws[0], draws[2]);
    }

    [Fact]
    public void Random_numbers_go_on_over_a_wake()
    {
        var draws = new List<int>();
        using var rig = new Rig(() =>
        {
            draws.Add(new Random().Next());
            Rig.SleepFor(Rig.Second);
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(20));
        Assert.True(draws.Count > 5);
        Assert.Equal(draws.Count, draws.Distinct().Count());
    }

    [Fact]
    public void Random_numbers_keep_their_limits()
    {
        using Rig rig = Rig.Once(() =>
        {
            var random = new Random(1);
            for (int i = 0; i < 500; i++)
            {
                Assert.InRange(random.Next(), 0, int.MaxValue);
                Assert.InRange(random.Next(7), 0, 6);
                Assert.InRange(random.NextDouble(), 0, 0.9999999999);
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0));
        });
    }

    private static byte[] Draw(int boardSeed, int argument)
    {
        byte[] bytes = new byte[16];
        using Rig rig = Rig.Once(() => new Random(argument).NextBytes(bytes), new BoardOptions { Seed = boardSeed });
        return bytes;
    }
}
