using NanoBoard.Running;
using DesktopPriority = global::System.Threading.ThreadPriority;
using DesktopState = global::System.Threading.ThreadState;
using ThreadStart = global::System.Threading.ThreadStart;
using Timeout = global::System.Threading.Timeout;

namespace Nano.System.Threading;

/// <summary>
/// nanoFramework's <c>System.Threading.Thread</c>. Threads share one processor and take turns where they wait, or after 20 ms at a board
/// call; waiting consumes virtual time, in 10 ms ticks.
/// </summary>
public sealed class Thread
{
    private readonly Boot _boot;
    private readonly ThreadStart? _start;
    private readonly int _id;
    private ProgramThread? _thread;
    private DesktopPriority _priority = DesktopPriority.Normal;

    /// <summary>A thread that has not begun.</summary>
    public Thread(ThreadStart start)
    {
        _boot = Boot.Call();
        _start = start ?? throw new ArgumentNullException(nameof(start));
        _id = _boot.Threads.NextId();
    }

    private Thread(Boot boot, ProgramThread thread)
    {
        _boot = boot;
        _id = thread.Id;
        _thread = thread;
    }

    /// <summary>The thread that asks.</summary>
    public static Thread CurrentThread
    {
        get
        {
            Boot boot = Boot.Call();
            ProgramThread current = boot.Threads.Current;
            return (Thread)(current.Face ??= new Thread(boot, current));
        }
    }

    /// <summary>Kept, and without effect: the board's threads take equal turns.</summary>
    public DesktopPriority Priority
    {
        get
        {
            _boot.CallObject();
            return _priority;
        }

        set
        {
            _boot.CallObject();
            _priority = value;
        }
    }

    /// <summary>A number for each thread of a run; Main has 1.</summary>
    public int ManagedThreadId
    {
        get
        {
            _boot.CallObject();
            return _id;
        }
    }

    /// <summary>Has begun and not ended.</summary>
    public bool IsAlive
    {
        get
        {
            _boot.CallObject();
            return _thread is { HasEnded: false };
        }
    }

    /// <summary>What it does.</summary>
    public DesktopState ThreadState
    {
        get
        {
            _boot.CallObject();
            return _thread switch
            {
                null => DesktopState.Unstarted,
                { HasEnded: true } => DesktopState.Stopped,
                { IsSuspended: true } => DesktopState.Suspended,
                _ => ReferenceEquals(_thread, _boot.Threads.Current) ? DesktopState.Running : DesktopState.WaitSleepJoin,
            };
        }
    }

    /// <summary>Waits until the first tick at or after the time is over.</summary>
    /// <param name="millisecondsTimeout">0 gives up the time slice; -1 waits for ever.</param>
    public static void Sleep(int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, -1);
        Sleep(millisecondsTimeout < 0 ? -1 : millisecondsTimeout * TimeSpan.TicksPerMillisecond);
    }

    /// <summary>Waits until the first tick at or after the time is over.</summary>
    /// <param name="timeout">-1 ms waits for ever.</param>
    public static void Sleep(TimeSpan timeout) => Sleep(timeout == Timeout.InfiniteTimeSpan ? -1 : timeout.Ticks);

    /// <summary>Computes for a moment.</summary>
    /// <param name="iterations">Rounds.</param>
    public static void SpinWait(int iterations) => Boot.Call().Spend(Math.Max(0, iterations) * TimeSpan.TicksPerMicrosecond);

    /// <summary>Begins the thread.</summary>
    /// <exception cref="ArgumentException">It has begun already.</exception>
    public void Start()
    {
        _boot.CallObject();
        if (_thread is not null)
        {
            throw new ArgumentException("The thread has begun already.");
        }

        _thread = _boot.Threads.Start(() => _start!(), _id);
        _thread.Face = this;
    }

    /// <summary>Makes another thread end: it meets a <see cref="ThreadAbortException"/> where it waits.</summary>
    /// <exception cref="ArgumentException">It is the thread that asks, or has not begun.</exception>
    public void Abort()
    {
        _boot.CallObject();
        if (_thread is null || ReferenceEquals(_thread, _boot.Threads.Current))
        {
            throw new ArgumentException("A thread that has not begun, or that runs, cannot be aborted.");
        }

        _thread.IsSuspended = false;
        _thread.Abortion = new ThreadAbortException();
    }

    /// <summary>Stops the thread until <see cref="Resume"/>.</summary>
    /// <exception cref="ArgumentException">It has not begun.</exception>
    public void Suspend()
    {
        _boot.CallObject();
        ProgramThread thread = _thread ?? throw new ArgumentException("The thread has not begun.");
        thread.IsSuspended = true;
        if (ReferenceEquals(thread, _boot.Threads.Current))
        {
            _boot.SpendUntil(long.MaxValue, () => !thread.IsSuspended);
        }
    }

    /// <summary>Lets a suspended thread go on.</summary>
    public void Resume()
    {
        _boot.CallObject();
        if (_thread is { } thread)
        {
            thread.IsSuspended = false;
        }
    }

    /// <summary>Waits until the thread has ended.</summary>
    public void Join() => Join(Timeout.Infinite);

    /// <summary>Waits until the thread has ended.</summary>
    /// <param name="timeout">For how long; -1 ms: for ever.</param>
    /// <returns>False when the time was over first.</returns>
    public bool Join(TimeSpan timeout) => Join((int)(timeout.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>Waits until the thread has ended.</summary>
    /// <param name="millisecondsTimeout">For how long; -1: for ever.</param>
    /// <returns>False when the time was over first.</returns>
    /// <exception cref="ArgumentException">It has not begun.</exception>
    public bool Join(int millisecondsTimeout)
    {
        _boot.CallObject();
        ProgramThread thread = _thread ?? throw new ArgumentException("The thread has not begun.");
        return _boot.WaitMilliseconds(millisecondsTimeout, () => thread.HasEnded);
    }

    private static void Sleep(long ticks)
    {
        Boot boot = Boot.Call();
        if (ticks < 0)
        {
            boot.SpendUntil(long.MaxValue, null);
        }
        else if (ticks > 0)
        {
            boot.SpendUntil(boot.TickAtOrAfter(boot.Board.Timeline.NowTicks + ticks), null);
        }
        else
        {
            boot.GiveUpSlice();
        }
    }
}
