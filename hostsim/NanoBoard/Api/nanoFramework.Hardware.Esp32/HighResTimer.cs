using NanoBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The microsecond timer of the chip.</summary>
public class HighResTimer
{
    private HighResTimer()
    {
    }

    /// <summary>Microseconds since the chip began to boot.</summary>
    public static ulong GetCurrent()
    {
        Boot boot = Boot.Call();
        return (ulong)((boot.NowTicks - boot.StartedTicks) / System.TimeSpan.TicksPerMicrosecond);
    }
}
