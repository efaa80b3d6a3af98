namespace NanoBoard.Events;

/// <summary>Something that happened on a board. The kinds are the types derived from it.</summary>
/// <param name="At">True time.</param>
public abstract record BoardEvent(DateTimeOffset At);
