using NanoBoard.Running;

namespace Nano.System.Diagnostics;

/// <summary>nanoFramework's <c>System.Diagnostics.Stopwatch</c>, on virtual time. Deep sleep ends it, as it ends all.</summary>
public class Stopwatch
{
    /// <summary>Ticks a second.</summary>
    public static readonly long Frequency = TimeSpan.TicksPerSecond;

    /// <summary>It counts finer than the system's tick.</summary>
    public static readonly bool IsHighResolution = true;

    private long _elapsed;
    private long _startedAt;

    /// <summary>Time that it has run.</summary>
    public TimeSpan Elapsed => new(ElapsedTicks);

    /// <summary>Milliseconds that it has run, whole ones.</summary>
    public long ElapsedMilliseconds => ElapsedTicks / TimeSpan.TicksPerMillisecond;

    /// <summary>Ticks that it has run.</summary>
    public long ElapsedTicks => IsRunning ? _elapsed + GetTimestamp() - _startedAt : _elapsed;

    /// <summary>It runs.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Ticks since the chip began to boot.</summary>
    public static long GetTimestamp()
    {
        Boot boot = Boot.Call();
        return boot.NowTicks - boot.StartedTicks;
    }

    /// <summary>A new one that runs.</summary>
    public static Stopwatch StartNew()
    {
        var watch = new Stopwatch();
        watch.Start();
        return watch;
    }

    /// <summary>Stops it and sets it to zero.</summary>
    public void Reset()
    {
        _elapsed = 0;
        IsRunning = false;
    }

    /// <summary>Sets it to zero and starts it.</summary>
    public void Restart()
    {
        Reset();
        Start();
    }

    /// <summary>Lets it go on.</summary>
    public void Start()
    {
        if (!IsRunning)
        {
            _startedAt = GetTimestamp();
            IsRunning = true;
        }
    }

    /// <summary>Lets it stand.</summary>
    public void Stop()
    {
        _elapsed = ElapsedTicks;
        IsRunning = false;
    }
}
