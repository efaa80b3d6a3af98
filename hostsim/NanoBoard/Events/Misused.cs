namespace NanoBoard.Events;

/// <summary>The firmware did what breaks a real device.</summary>
/// <param name="At">True time.</param>
/// <param name="What">What, and what to do instead.</param>
public sealed record Misused(DateTimeOffset At, string What) : BoardEvent(At);
