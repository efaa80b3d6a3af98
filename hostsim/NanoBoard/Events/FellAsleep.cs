namespace NanoBoard.Events;

/// <summary>The chip entered deep sleep.</summary>
/// <param name="At">True time.</param>
/// <param name="Plan">What will wake it.</param>
public sealed record FellAsleep(DateTimeOffset At, SleepPlan Plan) : BoardEvent(At);
