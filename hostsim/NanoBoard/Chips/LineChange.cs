namespace NanoBoard.Chips;

/// <summary>A line changed its level, whoever drove it.</summary>
/// <param name="At">True time.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="Level">True: high.</param>
public sealed record LineChange(DateTimeOffset At, int Pin, bool Level);
