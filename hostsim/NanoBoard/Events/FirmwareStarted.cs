using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Events;

/// <summary>The first line of the firmware runs.</summary>
/// <param name="At">True time.</param>
/// <param name="Cause">What the firmware will read as the cause; <c>Undefined</c> after power-on and reset.</param>
public sealed record FirmwareStarted(DateTimeOffset At, WakeupCause Cause) : BoardEvent(At);
