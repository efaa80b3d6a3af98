using NanoBoard.Running;
using NanoBoard.Time;
using Timeout = global::System.Threading.Timeout;
using TimerCallback = global::System.Threading.TimerCallback;

namespace Nano.System.Threading;

/// <summary>
/// nanoFramework's <c>System.Threading.Timer</c>, on virtual time in 10 ms ticks. One thread of the platform runs the callbacks of all
/// timers, one after another; what falls due while a timer's callback waits its turn is one call.
/// </summary>
public sealed class Timer : MarshalByRefObject, IDisposable
{
    private readonly Boot _boot;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimelineEvent? _due;
    private long _period;
    private bool _isQueued;

    /// <summary>Starts a timer.</summary>
    /// <param name="callback">What is called.</param>
    /// <param name="state">What it is called with.</param>
    /// <param name="dueTime">Milliseconds until the first call; -1: none.</param>
    /// <param name="period">Milliseconds between calls; 0 or -1: one call.</param>
    public Timer(TimerCallback callback, object? state, int dueTime, int period)
    {
        _boot = Boot.Call();
        _callback = callback ?? throw new ArgumentNullException(nameof(callback));
        _state = state;
        _ = _boot.Threads;
        _boot.AdmitHandler();
        Plan(dueTime, period);
    }

    /// <summary>Starts a timer.</summary>
    public Timer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        : this(callback, state, Milliseconds(dueTime), Milliseconds(period))
    {
    }

    /// <summary>Sets new times.</summary>
    /// <returns>True.</returns>
    public bool Change(int dueTime, int period)
    {
        _boot.CallObject();
        Plan(dueTime, period);
        return true;
    }

    /// <summary>Sets new times.</summary>
    /// <returns>True.</returns>
    public bool Change(TimeSpan dueTime, TimeSpan period) => Change(Milliseconds(dueTime), Milliseconds(period));

    /// <summary>Stops the timer.</summary>
    public void Dispose()
    {
        if (!_boot.IsDead)
        {
            _boot.CallObject();
            Plan(Timeout.Infinite, Timeout.Infinite);
        }
    }

    private static int Milliseconds(TimeSpan time) => (int)(time.Ticks / TimeSpan.TicksPerMillisecond);

    private void Plan(int dueTime, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.Infinite);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.Infinite);
        _due?.Cancel();
        _due = null;
        _period = Math.Max(0, period) * TimeSpan.TicksPerMillisecond;
        if (dueTime >= 0)
        {
            PlanAfter(dueTime * TimeSpan.TicksPerMillisecond);
        }
    }

    private void PlanAfter(long ticks) => _due = _boot.Board.Timeline.ScheduleTicks(_boot.TickAtOrAfter(_boot.Board.Timeline.NowTicks + ticks), Fall);

    private void Fall()
    {
        if (_boot.IsDead)
        {
            return;
        }

        _due = null;
        if (_period > 0)
        {
            PlanAfter(_period);
        }

        if (!_isQueued)
        {
            _isQueued = true;
            _boot.PostTimer(Call);
        }
    }

    private void Call()
    {
        _isQueued = false;
        _callback(_state);
    }
}
