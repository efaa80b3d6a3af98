namespace NanoBoard.Chips;

/// <summary>A line changed its level, or another holds it.</summary>
/// <param name="At">True time.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="Level">True: high.</param>
/// <param name="Holder">What gives it that level.</param>
/// <param name="IsEdge">The level is another than before; false: only what holds it.</param>
public sealed record LineChange(DateTimeOffset At, int Pin, bool Level, LineHolder Holder, bool IsEdge);
