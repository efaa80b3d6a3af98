namespace NanoBoard.Time;

/// <summary>
/// Virtual time of one board: a clock that only moves when it is advanced, and the events that wait on it. Two events of the same
/// moment run in the order in which they were scheduled, so a run is a function of its seed.
/// </summary>
public sealed class Timeline
{
    private readonly PriorityQueue<TimelineEvent, (long At, long Order)> _events = new();
    private long _order;

    /// <summary>Starts the clock.</summary>
    /// <param name="startsAt">True time at the beginning.</param>
    public Timeline(DateTimeOffset startsAt)
    {
        NowTicks = startsAt.UtcTicks;
    }

    /// <summary>True time now, UTC.</summary>
    public DateTimeOffset Now => new(NowTicks, TimeSpan.Zero);

    /// <summary>True time now, UTC, in ticks of 100 ns since the year 1.</summary>
    public long NowTicks { get; private set; }

    /// <summary>When the next event is due; <see cref="long.MaxValue"/> when none waits.</summary>
    internal long NextTicks
    {
        get
        {
            while (_events.TryPeek(out TimelineEvent? next, out _))
            {
                if (!next.IsCancelled)
                {
                    return next.AtTicks;
                }

                _events.Dequeue();
            }

            return long.MaxValue;
        }
    }

    /// <summary>Plans an action. It runs when virtual time reaches the moment, on whichever thread moves time.</summary>
    /// <param name="at">When; a moment that has passed counts as now.</param>
    /// <param name="action">What happens. It may schedule further events but must not advance time.</param>
    /// <returns>The handle that takes it back.</returns>
    public TimelineEvent Schedule(DateTimeOffset at, Action action) => ScheduleTicks(at.UtcTicks, action);

    /// <summary>Plans an action relative to now.</summary>
    /// <param name="delay">How long from now, not negative.</param>
    /// <param name="action">What happens.</param>
    /// <returns>The handle that takes it back.</returns>
    public TimelineEvent Schedule(TimeSpan delay, Action action) => ScheduleTicks(NowTicks + delay.Ticks, action);

    internal TimelineEvent ScheduleTicks(long at, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var planned = new TimelineEvent(Math.Max(at, NowTicks), action);
        _events.Enqueue(planned, (planned.AtTicks, _order++));
        return planned;
    }

    /// <summary>Runs the next event that is due up to a moment, moving the clock to it.</summary>
    /// <returns>False when none is due.</returns>
    internal bool RunNext(long upTo)
    {
        if (NextTicks > upTo)
        {
            return false;
        }

        TimelineEvent due = _events.Dequeue();
        NowTicks = Math.Max(NowTicks, due.AtTicks);
        due.Run();
        return true;
    }

    /// <summary>Moves the clock. No event may be due before the moment.</summary>
    internal void MoveTo(long ticks) => NowTicks = Math.Max(NowTicks, ticks);
}
