namespace NanoBoard.Events;

/// <summary>The firmware ended without sleeping: the chip sits in its debugger loop.</summary>
/// <param name="At">True time.</param>
/// <param name="Reason">Returned, or the exception it threw.</param>
public sealed record FirmwareHung(DateTimeOffset At, string Reason) : BoardEvent(At);
