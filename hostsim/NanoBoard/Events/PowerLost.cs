namespace NanoBoard.Events;

/// <summary>Power went.</summary>
/// <param name="At">True time.</param>
public sealed record PowerLost(DateTimeOffset At) : BoardEvent(At);
