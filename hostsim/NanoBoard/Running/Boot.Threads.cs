namespace NanoBoard.Running;

/// <content>Threads of the program: who runs, and what becomes of what they throw.</content>
internal sealed partial class Boot
{
    /// <summary>Runs the body of a further thread of the program on this thread.</summary>
    /// <returns>What it threw; null when it ended by itself, or with the run.</returns>
    public Exception? ExecuteThread(Action body)
    {
        s_current = this;
        try
        {
            return IsDead ? null : Caught(body);
        }
        finally
        {
            s_current = null;
        }
    }

    /// <summary>Queues an event handler of the firmware: the platform's event thread runs it, when the program next waits or its time slice is over.</summary>
    public void Post(Action handler) => (_handlers ??= new HandlerThread(this)).Post(handler);

    /// <summary>Queues the callback of a timer, for the one thread that runs them all.</summary>
    public void PostTimer(Action callback) => (_timers ??= new HandlerThread(this)).Post(callback);

    /// <summary>Lets the other threads of the program run that are ready.</summary>
    public void GiveUpSlice()
    {
        if (_threads?.TryHandOver(Timeline.NowTicks, null) == true)
        {
            ThrowIfDead();
        }
    }

    /// <summary>A thread that has had the processor for 20 ms lets the others run.</summary>
    public void EndSlice()
    {
        if (_threads is { } threads && threads.EndSlice())
        {
            ThrowIfDead();
        }
    }

    private Exception? RunMain(Action firmwareMain)
    {
        Exception? thrown = Caught(firmwareMain);
        if (_threads is not { HasOthers: true } threads || IsDead)
        {
            return thrown;
        }

        // The device goes on until its last thread has ended.
        if (thrown is not null)
        {
            Board.ReportThreadFailure(thrown);
        }

        return Caught(() => SpendUntil(long.MaxValue, () => !threads.HasOthers)) ?? thrown;
    }

    private static Exception? Caught(Action body)
    {
        try
        {
            body();
            return null;
        }
        catch (FirmwareUnwoundException)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever leaves a thread ends it; what leaves Main ends on the device in a debugger loop.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }
}
