using NanoBoard.Time;

namespace NanoBoard.Chips;

/// <summary>The oscillator of the DS3231 and the seconds that it counts, at its own rate and only while it runs.</summary>
internal sealed class Ds3231Counter(Timeline timeline, double ppm)
{
    private const long TwoCenturies = 2L * 36525 * TimeSpan.TicksPerDay;

    private double _ppm = ppm;
    private long _since = timeline.NowTicks;
    private long _ticksThen;

    /// <summary>Ticks of 100 ns since year 00, century bit clear, by this clock.</summary>
    public long Ticks => IsRunning ? _ticksThen + Elapsed() : _ticksThen;

    /// <summary>Error of its rate in parts per million. What it has counted so far stays.</summary>
    public double Ppm
    {
        get => _ppm;
        set
        {
            Set(Ticks);
            _ppm = value;
        }
    }

    public long Seconds => Ticks / TimeSpan.TicksPerSecond;

    public bool IsRunning { get; private set; } = true;

    /// <summary>Sets time and sub-second. A time before year 00 is one late in the second century: the counter is a circle.</summary>
    public void Set(long ticks)
    {
        _ticksThen = ticks < 0 ? ticks + TwoCenturies : ticks;
        _since = timeline.NowTicks;
    }

    public void Run(bool runs)
    {
        Set(Ticks);
        IsRunning = runs;
    }

    private long Elapsed()
    {
        long elapsed = timeline.NowTicks - _since;
        return elapsed + (long)Math.Round(elapsed * _ppm * 1e-6);
    }
}
