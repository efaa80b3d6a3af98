using NanoBoard.Running;

namespace nanoFramework.Runtime.Native;

/// <summary>The chip's own calendar.</summary>
public static class Rtc
{
    /// <summary>Sets the system clock. Only whole seconds are taken over.</summary>
    /// <returns>True on ESP32.</returns>
    public static bool SetSystemTime(Nano.System.DateTime time)
    {
        Boot boot = Boot.Call();
        return boot.Ask((boot, time.Ticks), static set =>
        {
            set.boot.Board.SystemClock.Set(set.Ticks);
            return true;
        });
    }
}
