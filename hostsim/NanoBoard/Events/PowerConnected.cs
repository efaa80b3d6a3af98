namespace NanoBoard.Events;

/// <summary>Power came on.</summary>
/// <param name="At">True time.</param>
public sealed record PowerConnected(DateTimeOffset At) : BoardEvent(At);
