using NanoBoard.Time;

namespace NanoBoard.Tests.Time;

public sealed class TimelineTests
{
    private readonly Timeline _timeline = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _ran = [];

    [Fact]
    public void Events_run_in_the_order_of_their_moments()
    {
        _timeline.Schedule(TimeSpan.FromSeconds(2), () => _ran.Add("second"));
        _timeline.Schedule(TimeSpan.FromSeconds(1), () => _ran.Add("first"));

        RunUpTo(TimeSpan.FromSeconds(3));

        Assert.Equal(["first", "second"], _ran);
    }

    [Fact]
    public void Events_of_one_moment_run_in_the_order_of_their_planning()
    {
        for (int i = 0; i < 20; i++)
        {
            string name = i.ToString();
            _timeline.Schedule(TimeSpan.FromSeconds(1), () => _ran.Add(name));
        }

        RunUpTo(TimeSpan.FromSeconds(1));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i.ToString()), _ran);
    }

    [Fact]
    public void A_cancelled_event_does_not_run_and_does_not_hold_time_up()
    {
        TimelineEvent planned = _timeline.Schedule(TimeSpan.FromSeconds(1), () => _ran.Add("never"));
        planned.Cancel();

        Assert.True(planned.IsOver);
        Assert.Equal(long.MaxValue, _timeline.NextTicks);
        RunUpTo(TimeSpan.FromSeconds(2));
        Assert.Empty(_ran);
    }

    [Fact]
    public void An_event_sees_its_own_moment_and_may_plan_another_at_it()
    {
        DateTimeOffset seen = default;
        _timeline.Schedule(TimeSpan.FromSeconds(1), () => _timeline.Schedule(TimeSpan.Zero, () => seen = _timeline.Now));

        RunUpTo(TimeSpan.FromSeconds(5));

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero), seen);
    }

    [Fact]
    public void A_moment_that_has_passed_counts_as_now()
    {
        TimelineEvent planned = _timeline.Schedule(_timeline.Now.AddYears(-1), () => _ran.Add("now"));

        Assert.Equal(_timeline.Now, planned.At);
    }

    private void RunUpTo(TimeSpan time)
    {
        long end = _timeline.NowTicks + time.Ticks;
        while (_timeline.RunNext(end))
        {
        }
    }
}
