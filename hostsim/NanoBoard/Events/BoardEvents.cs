using NanoBoard.Chips;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Events;

/// <summary>Something that happened on a board. The kinds are the types derived from it.</summary>
/// <param name="At">True time.</param>
public abstract record BoardEvent(DateTimeOffset At);

/// <summary>Power came on.</summary>
/// <param name="At">True time.</param>
public sealed record PowerConnected(DateTimeOffset At) : BoardEvent(At);

/// <summary>Power went.</summary>
/// <param name="At">True time.</param>
public sealed record PowerLost(DateTimeOffset At) : BoardEvent(At);

/// <summary>The EN button was pressed: the chip restarts, panel and clock chip keep their power.</summary>
/// <param name="At">True time.</param>
public sealed record ChipReset(DateTimeOffset At) : BoardEvent(At);

/// <summary>The chip left deep sleep and boots.</summary>
/// <param name="At">True time.</param>
/// <param name="Cause">Timer or pin (<c>Ext0</c>, <c>Ext1</c>).</param>
public sealed record ChipWoke(DateTimeOffset At, WakeupCause Cause) : BoardEvent(At);

/// <summary>The first line of the firmware runs.</summary>
/// <param name="At">True time.</param>
/// <param name="Cause">What the firmware will read as the cause; <c>Undefined</c> after power-on and reset.</param>
public sealed record FirmwareStarted(DateTimeOffset At, WakeupCause Cause) : BoardEvent(At);

/// <summary>The firmware ended without sleeping: the chip sits in its debugger loop.</summary>
/// <param name="At">True time.</param>
/// <param name="Reason">Returned, or the exception it threw.</param>
public sealed record FirmwareHung(DateTimeOffset At, string Reason) : BoardEvent(At);

/// <summary>An event handler of the firmware threw: on the device that thread dies, the program goes on.</summary>
/// <param name="At">True time.</param>
/// <param name="Reason">The exception.</param>
public sealed record HandlerFailed(DateTimeOffset At, string Reason) : BoardEvent(At);

/// <summary>A thread of the firmware threw: it ends, the others go on.</summary>
/// <param name="At">True time.</param>
/// <param name="Reason">The exception.</param>
public sealed record ThreadDied(DateTimeOffset At, string Reason) : BoardEvent(At);

/// <summary>The firmware printed a line (<c>Debug.WriteLine</c>, <c>Console.WriteLine</c>).</summary>
/// <param name="At">True time.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record TextPrinted(DateTimeOffset At, string Text) : BoardEvent(At);

/// <summary>The firmware did what breaks a real device.</summary>
/// <param name="At">True time.</param>
/// <param name="What">What, and what to do instead.</param>
public sealed record Misused(DateTimeOffset At, string What) : BoardEvent(At);

/// <summary>What the firmware armed before it went to deep sleep.</summary>
/// <param name="Timer">After how long; null: no timer.</param>
/// <param name="Pin">The GPIO that wakes by level (EXT0); null: none.</param>
/// <param name="PinLevel">The waking level of <paramref name="Pin"/>: 0 or 1.</param>
/// <param name="Pins">The GPIOs that wake together (EXT1).</param>
/// <param name="PinsMode">How <paramref name="Pins"/> wake.</param>
public sealed record SleepPlan(TimeSpan? Timer, int? Pin, int PinLevel, WakeupGpioPin Pins, WakeupMode PinsMode);

/// <summary>The chip entered deep sleep.</summary>
/// <param name="At">True time.</param>
/// <param name="Plan">What will wake it.</param>
public sealed record FellAsleep(DateTimeOffset At, SleepPlan Plan) : BoardEvent(At);

/// <summary>The button was pressed or released (once for a press, not for each bounce).</summary>
/// <param name="At">True time.</param>
/// <param name="Down">True when it went down.</param>
public sealed record ButtonChanged(DateTimeOffset At, bool Down) : BoardEvent(At);

/// <summary>The panel was switched on or off (0xAF, 0xAE, or its power).</summary>
/// <param name="At">True time.</param>
/// <param name="On">True when it lights.</param>
public sealed record PanelSwitched(DateTimeOffset At, bool On) : BoardEvent(At);

/// <summary>A durable step was made in flash.</summary>
/// <param name="At">True time.</param>
/// <param name="Operation">Its number, kind and file.</param>
public sealed record FlashChanged(DateTimeOffset At, FlashOperation Operation) : BoardEvent(At);

/// <summary>The volume could not be mounted and was formatted at boot: all files are gone.</summary>
/// <param name="At">True time.</param>
public sealed record FlashFormatted(DateTimeOffset At) : BoardEvent(At);
