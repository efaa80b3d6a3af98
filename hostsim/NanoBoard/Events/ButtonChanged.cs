namespace NanoBoard.Events;

/// <summary>The button was pressed or released (once for a press, not for each bounce).</summary>
/// <param name="At">True time.</param>
/// <param name="Down">True when it went down.</param>
public sealed record ButtonChanged(DateTimeOffset At, bool Down) : BoardEvent(At);
