using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Events;

/// <summary>What the firmware armed before it went to deep sleep.</summary>
/// <param name="Timer">After how long; null: no timer.</param>
/// <param name="Pin">The GPIO that wakes by level (EXT0); null: none.</param>
/// <param name="PinLevel">The waking level of <paramref name="Pin"/>: 0 or 1.</param>
/// <param name="Pins">The GPIOs that wake together (EXT1).</param>
/// <param name="PinsMode">How <paramref name="Pins"/> wake.</param>
public sealed record SleepPlan(TimeSpan? Timer, int? Pin, int PinLevel, WakeupGpioPin Pins, WakeupMode PinsMode);
