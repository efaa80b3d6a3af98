using NanoBoard.Running;

namespace System.Device;

/// <summary>Short waits.</summary>
public static class DelayHelper
{
    /// <summary>Waits.</summary>
    /// <param name="time">How long.</param>
    /// <param name="allowThreadYield">Let other threads run meanwhile: then it ends on a tick of 10 ms.</param>
    public static void Delay(TimeSpan time, bool allowThreadYield)
    {
        Boot boot = Boot.Call();
        if (allowThreadYield)
        {
            boot.WaitMilliseconds((long)time.TotalMilliseconds, null);
        }
        else
        {
            boot.Spend(time.Ticks);
        }
    }

    /// <summary>Waits some microseconds.</summary>
    public static void DelayMicroseconds(int microseconds, bool allowThreadYield) => Delay(new TimeSpan(microseconds * TimeSpan.TicksPerMicrosecond), allowThreadYield);

    /// <summary>Waits some milliseconds.</summary>
    public static void DelayMilliseconds(int milliseconds, bool allowThreadYield) => Delay(new TimeSpan(milliseconds * TimeSpan.TicksPerMillisecond), allowThreadYield);
}
