using System.Diagnostics;
using HwToken.Firmware.Board;

namespace HwToken.VirtualTokens;

/// <summary>A token's clock chip: runs on without the token's power, in true seconds unless it is told otherwise.</summary>
public sealed class VirtualClock
{
    private long _setAt;
    private long _seconds;

    /// <summary>False: no chip answers.</summary>
    public bool IsThere { get; set; } = true;

    /// <summary>True: the chip takes a time and stands still.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Added to every time that is set, as by a line that was slow.</summary>
    public int LateSeconds { get; set; }

    public ClockReading Read() => !IsThere ? ClockReading.Failed(ClockFault.Missing)
        : _seconds == 0 ? ClockReading.Failed(ClockFault.Stopped)
        : ClockReading.At(_seconds + (IsStuck ? 0 : (long)Stopwatch.GetElapsedTime(_setAt).TotalSeconds));

    public bool TrySet(long unixSeconds)
    {
        if (!IsThere)
        {
            return false;
        }

        (_seconds, _setAt) = (unixSeconds - LateSeconds, Stopwatch.GetTimestamp());
        LateSeconds = 0;
        return true;
    }
}
