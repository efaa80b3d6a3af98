using NanoBoard.Running;

namespace Nano.System;

/// <summary>nanoFramework's <c>System.Environment</c> (package Runtime.Native).</summary>
public static class Environment
{
    private const long TickMilliseconds = 10;

    /// <summary>Milliseconds since the chip began to boot, in steps of 10.</summary>
    public static long TickCount64
    {
        get
        {
            Boot boot = Boot.Call();
            return (boot.NowTicks - boot.StartedTicks) / TimeSpan.TicksPerMillisecond / TickMilliseconds * TickMilliseconds;
        }
    }
}
