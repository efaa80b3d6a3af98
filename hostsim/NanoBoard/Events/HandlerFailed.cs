namespace NanoBoard.Events;

/// <summary>An event handler of the firmware threw: on the device that thread dies, the program goes on.</summary>
/// <param name="At">True time.</param>
/// <param name="Reason">The exception.</param>
public sealed record HandlerFailed(DateTimeOffset At, string Reason) : BoardEvent(At);
