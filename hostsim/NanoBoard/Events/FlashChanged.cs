using NanoBoard.Chips;

namespace NanoBoard.Events;

/// <summary>A durable step was made in flash.</summary>
/// <param name="At">True time.</param>
/// <param name="Operation">Its number, kind and file.</param>
public sealed record FlashChanged(DateTimeOffset At, FlashOperation Operation) : BoardEvent(At);
