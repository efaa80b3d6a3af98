namespace HwToken.Simulator.Records;

/// <summary>Something that was done to a token.</summary>
/// <param name="At">When, by the token's time.</param>
/// <param name="Step">The step of a scenario that does the same, such as <c>reset: token</c>.</param>
/// <param name="Takes">How much of the token's time the step itself takes.</param>
/// <param name="Seen">What the display showed before: words, <c>dark</c>, or <c>a code</c>.</param>
public sealed record RecordedDeed(DateTimeOffset At, string Step, TimeSpan Takes, string Seen);
