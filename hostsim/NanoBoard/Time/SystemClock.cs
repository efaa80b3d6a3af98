namespace NanoBoard.Time;

/// <summary>
/// The chip's own calendar (gettimeofday): 1970 at power-on, kept over deep sleep by an RC oscillator that is off by parts
/// per million (in truth by up to percents), set in whole seconds.
/// </summary>
internal sealed class SystemClock(Timeline timeline, double sleepPpm)
{
    private long _offset;
    private long _asleepSince = -1;

    /// <summary>What the chip believes to be the time, in desktop ticks, whole microseconds.</summary>
    public long Ticks => (timeline.NowTicks + _offset) / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond;

    /// <summary>Power-on or chip reset: the time is lost.</summary>
    public void Restart()
    {
        _offset = DateTime.UnixEpoch.Ticks - timeline.NowTicks;
        _asleepSince = -1;
    }

    /// <summary>Sets the time; sub-seconds are dropped.</summary>
    public void Set(long ticks) => _offset = (ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond) - timeline.NowTicks;

    public void FallAsleep() => _asleepSince = timeline.NowTicks;

    public void WakeUp()
    {
        if (_asleepSince >= 0)
        {
            _offset += (long)Math.Round((timeline.NowTicks - _asleepSince) * sleepPpm * 1e-6);
            _asleepSince = -1;
        }
    }

    /// <summary>How long a sleep that is meant to last <paramref name="ticks"/> really lasts: the wake timer counts the same oscillator.</summary>
    public long TrueDuration(long ticks) => (long)Math.Round(ticks / (1 + (sleepPpm * 1e-6)));
}
