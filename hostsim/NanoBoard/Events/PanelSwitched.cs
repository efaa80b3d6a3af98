namespace NanoBoard.Events;

/// <summary>The panel was switched on or off (0xAF, 0xAE, or its power).</summary>
/// <param name="At">True time.</param>
/// <param name="On">True when it lights.</param>
public sealed record PanelSwitched(DateTimeOffset At, bool On) : BoardEvent(At);
