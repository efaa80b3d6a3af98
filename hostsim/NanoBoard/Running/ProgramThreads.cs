using System.Globalization;

namespace NanoBoard.Running;

/// <summary>
/// The threads of one run, in strict hand-off: one has the turn, and gives it away where it waits, or at a board call once it has had the
/// processor for 20 ms of virtual time. Which one is next follows from their order alone, so a run stays a function of its seed.
/// </summary>
internal sealed class ProgramThreads
{
    private const int StackBytes = 1024 * 1024;
    private const long SliceTicks = 20 * TimeSpan.TicksPerMillisecond; // nanoFramework's quantum (facts, 12)

    private readonly Boot _boot;
    private readonly List<ProgramThread> _threads = [];
    private long _sliceBegan;
    private int _lastId = 1;

    public ProgramThreads(Boot boot)
    {
        if (boot.IsRecollected)
        {
            throw new NotSupportedException("A firmware on the caller's stack has one thread and no timers. Run it on a thread of its own (BoardOptions.OnCallersStack = false).");
        }

        _boot = boot;
        Current = new ProgramThread(1);
        _threads.Add(Current);
        _sliceBegan = Now;
    }

    /// <summary>The one that has the turn.</summary>
    public ProgramThread Current { get; private set; }

    /// <summary>A thread that the program started lives.</summary>
    public bool HasOthers => _threads.Skip(1).Any(thread => !thread.IsPlatforms);

    /// <summary>Another thread, of the program or the platform, may still do something.</summary>
    public bool HasBusyOthers => _threads.Any(thread => thread != Current && !thread.IsStuck && !thread.HasEnded);

    /// <summary>When the first of the others' waits is over.</summary>
    public long NextMoment => _threads.Where(thread => thread != Current && !thread.IsSuspended).Select(thread => thread.Until).DefaultIfEmpty(long.MaxValue).Min();

    private long Now => _boot.Board.Timeline.NowTicks;

    /// <summary>A number for the next thread.</summary>
    public int NextId() => ++_lastId;

    /// <summary>Adds a thread that is ready. It runs when it gets its turn.</summary>
    public ProgramThread Start(Action body, int id, bool isPlatforms = false, Func<bool>? condition = null)
    {
        var thread = new ProgramThread(id) { IsPlatforms = isPlatforms, Condition = condition, Until = condition is null ? Now : long.MaxValue };
        _threads.Add(thread);
        new Thread(() => Run(thread, body), StackBytes) { IsBackground = true, Name = "firmware " + id.ToString(CultureInfo.InvariantCulture) }.Start();
        return thread;
    }

    /// <summary>Gives the turn to the next thread that is ready, and comes back when it is this one's again.</summary>
    /// <returns>False: no other is ready.</returns>
    public bool TryHandOver(long until, Func<bool>? condition)
    {
        ProgramThread me = Current;
        me.Until = until;
        me.Condition = condition;
        if (NextReady() is not { } next)
        {
            return false;
        }

        GiveTurn(next);
        me.Turn.Wait();
        if (me.Abortion is { } abortion && !_boot.IsDead)
        {
            me.Abortion = null;
            throw abortion;
        }

        return true;
    }

    /// <summary>At a board call: lets the others run when the time slice is over.</summary>
    /// <returns>True when they did.</returns>
    public bool EndSlice()
    {
        if (Now - _sliceBegan < SliceTicks)
        {
            return false;
        }

        _sliceBegan = Now;
        return TryHandOver(Now, null);
    }

    /// <summary>Main's side, when the run is over: every other thread leaves its stack, one after another.</summary>
    public void EndAll()
    {
        _boot.Kill();
        ProgramThread main = _threads[0];
        while (_threads.Count > 1)
        {
            GiveTurn(_threads[1]);
            main.Turn.Wait();
        }

        main.Turn.Dispose();
    }

    private void Run(ProgramThread thread, Action body)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        thread.Turn.Wait();
        Exception? thrown = _boot.ExecuteThread(body);
        if (thrown is not null and not Nano.System.Threading.ThreadAbortException && !_boot.IsDead)
        {
            _boot.Board.ReportThreadFailure(thrown);
        }

        thread.HasEnded = true;
        _boot.SomethingDone();
        _threads.Remove(thread);
        thread.Turn.Dispose();

        // Main is in a wait, or gathers the threads of a run that is over.
        GiveTurn(_threads[0]);
    }

    private void GiveTurn(ProgramThread next)
    {
        Current = next;
        _sliceBegan = Now;
        next.Turn.Release();
    }

    private ProgramThread? NextReady()
    {
        int here = _threads.IndexOf(Current);
        for (int step = 1; step < _threads.Count; step++)
        {
            ProgramThread thread = _threads[(here + step) % _threads.Count];
            if (thread.IsReady(Now))
            {
                return thread;
            }
        }

        return null;
    }
}
