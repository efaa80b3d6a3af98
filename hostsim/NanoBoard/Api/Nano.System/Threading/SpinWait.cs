using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.SpinWait</c>: computes instead of waiting, so no other thread runs.</summary>
public struct SpinWait
{
    /// <summary>Computes for a time.</summary>
    /// <param name="milliseconds">How long.</param>
    public static void SpinUntil(int milliseconds) => Boot.Call().Spend(Math.Max(0, milliseconds) * TimeSpan.TicksPerMillisecond);

    /// <summary>Computes for a time.</summary>
    /// <param name="timeout">How long.</param>
    public static void SpinUntil(TimeSpan timeout) => Boot.Call().Spend(Math.Max(0, timeout.Ticks));

    /// <summary>Computes for a moment.</summary>
    public readonly void SpinOnce() => Boot.Call();
}
