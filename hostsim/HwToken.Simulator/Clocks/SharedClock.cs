namespace HwToken.Simulator.Clocks;

/// <summary>
/// One time for virtual tokens and the service under test: true time, or one that is set, moved, frozen or run at a rate. Only what it shows is
/// its own: timers and time stamps stay those of true time, so that nothing waits for a clock that stands. Safe for several threads.
/// </summary>
/// <param name="trueTime">True time.</param>
public sealed class SharedClock(TimeProvider trueTime) : TimeProvider
{
    /// <summary>Fastest rate, in seconds a true second.</summary>
    public const double MostRate = 3600;

    private readonly Lock _gate = new();
    private ClockSetting _setting = ClockSetting.TrueTime;
    private long _revision;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>True time, which it was made from.</summary>
    public TimeProvider TrueTime => trueTime;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => trueTime.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => trueTime.TimestampFrequency;

    /// <summary>How it is set; setting it takes up what was kept before.</summary>
    public ClockSetting Setting
    {
        get
        {
            lock (_gate)
            {
                return _setting;
            }
        }

        set => Put(value);
    }

    /// <summary>It has a time of its own.</summary>
    public bool IsVirtual => Setting.Mode == ClockMode.Virtual;

    /// <summary>Ends when it is set or moved the next time.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Setting.At(trueTime.GetUtcNow());

    /// <inheritdoc/>
    public override long GetTimestamp() => trueTime.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => trueTime.CreateTimer(callback, state, dueTime, period);

    /// <summary>All of it at one moment.</summary>
    public ClockReading Read()
    {
        lock (_gate)
        {
            return new ClockReading(_setting.Mode, _setting.At(trueTime.GetUtcNow()), _setting.Mode == ClockMode.True ? 1 : _setting.Rate, _revision);
        }
    }

    /// <summary>Goes by true time again. What it was ahead it then goes back.</summary>
    public void FollowTrueTime() => Put(ClockSetting.TrueTime);

    /// <summary>Takes a time of its own.</summary>
    /// <param name="moment">What it shows from now on; null: what it shows.</param>
    /// <param name="rate">Seconds a true second, 0 to <see cref="MostRate"/>; null: its rate, and 0 when it went by true time.</param>
    public void Set(DateTimeOffset? moment, double? rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate ?? 0, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate ?? 0, MostRate, nameof(rate));
        lock (_gate)
        {
            DateTimeOffset trueNow = trueTime.GetUtcNow();
            double kept = _setting.Mode == ClockMode.Virtual ? _setting.Rate : 0;
            Put(new ClockSetting(ClockMode.Virtual, moment?.ToUniversalTime() ?? _setting.At(trueNow), trueNow, rate ?? kept));
        }
    }

    /// <summary>Moves a clock with a time of its own forward, at once; it goes on at its rate. Already there or past it: nothing happens.</summary>
    /// <param name="moment">Where to.</param>
    /// <returns>False: it goes by true time, which nobody moves.</returns>
    public bool TryMoveTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            if (_setting.Mode == ClockMode.True)
            {
                return false;
            }

            if (moment > GetUtcNow())
            {
                Set(moment, null);
            }

            return true;
        }
    }

    private void Put(ClockSetting setting)
    {
        TaskCompletionSource was;
        lock (_gate)
        {
            _setting = setting;
            _revision++;
            was = _changed;
            _changed = NewSignal();
        }

        was.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
