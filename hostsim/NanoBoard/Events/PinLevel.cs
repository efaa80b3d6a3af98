namespace NanoBoard.Events;

/// <summary>A line has another level.</summary>
/// <param name="At">True time.</param>
/// <param name="Pin">Its GPIO.</param>
/// <param name="IsHigh">The level; null: nobody drives it any more.</param>
public sealed record PinLevel(DateTimeOffset At, int Pin, bool? IsHigh);
