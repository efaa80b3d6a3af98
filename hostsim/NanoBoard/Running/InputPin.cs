using NanoBoard.Time;

namespace NanoBoard.Running;

/// <summary>State of an input, as the ESP32 port of nanoFramework keeps it.</summary>
internal sealed class InputPin
{
    /// <summary>The firmware's handler; null: no interrupt.</summary>
    public Action<bool>? Handler { get; set; }

    /// <summary>Last reported level.</summary>
    public bool Current { get; set; }

    /// <summary>The level that the debounce timer waits for.</summary>
    public bool Expected { get; set; }

    public long DebounceMilliseconds { get; set; }

    /// <summary>Period of the debounce timer in 10 ms ticks. Set once: a second non-zero timeout does not change it.</summary>
    public long TimerTicks { get; set; }

    public TimelineEvent? Timer { get; set; }
}
