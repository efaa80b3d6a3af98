namespace NanoBoard.Events;

/// <summary>The EN button was pressed: the chip restarts, panel and clock chip keep their power.</summary>
/// <param name="At">True time.</param>
public sealed record ChipReset(DateTimeOffset At) : BoardEvent(At);
