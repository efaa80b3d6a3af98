using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Events;

/// <summary>The chip left deep sleep and boots.</summary>
/// <param name="At">True time.</param>
/// <param name="Cause">Timer or pin (<c>Ext0</c>, <c>Ext1</c>).</param>
public sealed record ChipWoke(DateTimeOffset At, WakeupCause Cause) : BoardEvent(At);
