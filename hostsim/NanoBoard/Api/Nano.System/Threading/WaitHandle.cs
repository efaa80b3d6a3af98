using NanoBoard.Running;
using Timeout = global::System.Threading.Timeout;

namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.WaitHandle</c>, on virtual time in 10 ms ticks.</summary>
public abstract class WaitHandle : MarshalByRefObject
{
    /// <summary>What <see cref="WaitAny(WaitHandle[], int, bool)"/> gives when the time was over.</summary>
    public const int WaitTimeout = 258;

    internal bool IsSet { get; set; }

    /// <summary>Waits until it is set.</summary>
    public virtual bool WaitOne() => WaitOne(Timeout.Infinite, false);

    /// <summary>Waits until it is set.</summary>
    /// <param name="millisecondsTimeout">For how long; -1: for ever.</param>
    /// <param name="exitContext">Without effect.</param>
    /// <returns>False when the time was over first.</returns>
    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext)
    {
        bool isSet = Boot.Call().WaitMilliseconds(Checked(millisecondsTimeout), () => IsSet);
        if (isSet)
        {
            Taken();
        }

        return isSet;
    }

    /// <summary>Waits until all are set.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite, false);

    /// <summary>Waits until all are set.</summary>
    /// <returns>False when the time was over first; then none is taken.</returns>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        ArgumentNullException.ThrowIfNull(waitHandles);
        bool areSet = Boot.Call().WaitMilliseconds(Checked(millisecondsTimeout), () => Array.TrueForAll(waitHandles, handle => handle.IsSet));
        if (areSet)
        {
            Array.ForEach(waitHandles, handle => handle.Taken());
        }

        return areSet;
    }

    /// <summary>Waits until one is set.</summary>
    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite, false);

    /// <summary>Waits until one is set.</summary>
    /// <returns>The index of the first that is; <see cref="WaitTimeout"/> when the time was over.</returns>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        ArgumentNullException.ThrowIfNull(waitHandles);
        int Set() => Array.FindIndex(waitHandles, handle => handle.IsSet);
        if (!Boot.Call().WaitMilliseconds(Checked(millisecondsTimeout), () => Set() >= 0))
        {
            return WaitTimeout;
        }

        int set = Set();
        waitHandles[set].Taken();
        return set;
    }

    /// <summary>A wait has ended because it was set.</summary>
    internal virtual void Taken()
    {
    }

    private static int Checked(int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, Timeout.Infinite);
        return milliseconds;
    }
}
