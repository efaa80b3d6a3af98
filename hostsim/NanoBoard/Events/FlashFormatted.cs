namespace NanoBoard.Events;

/// <summary>The volume could not be mounted and was formatted at boot: all files are gone.</summary>
/// <param name="At">True time.</param>
public sealed record FlashFormatted(DateTimeOffset At) : BoardEvent(At);
