using NanoBoard.Events;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Running;

/// <summary>What the firmware has armed. Forgotten at boot.</summary>
internal sealed class WakeSources
{
    public TimeSpan? Timer { get; set; }

    public int? Pin { get; set; }

    public int PinLevel { get; set; }

    public WakeupGpioPin Pins { get; set; }

    public WakeupMode PinsMode { get; set; }

    public SleepPlan ToPlan() => new(Timer, Pin, PinLevel, Pins, PinsMode);
}
