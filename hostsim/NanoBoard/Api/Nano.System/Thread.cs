using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.Thread</c>: waiting consumes virtual time, in 10 ms ticks.</summary>
public sealed class Thread
{
    private Thread()
    {
    }

    /// <summary>Waits until the first tick at or after the time is over.</summary>
    /// <param name="millisecondsTimeout">0 gives up the time slice; -1 waits for ever.</param>
    public static void Sleep(int millisecondsTimeout)
    {
        global::System.ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, -1);
        Sleep(millisecondsTimeout < 0 ? -1 : millisecondsTimeout * TimeSpan.TicksPerMillisecond);
    }

    /// <summary>Waits until the first tick at or after the time is over.</summary>
    /// <param name="timeout">-1 ms waits for ever.</param>
    public static void Sleep(TimeSpan timeout) =>
        Sleep(timeout == global::System.Threading.Timeout.InfiniteTimeSpan ? -1 : timeout.Ticks);

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
    }
}
