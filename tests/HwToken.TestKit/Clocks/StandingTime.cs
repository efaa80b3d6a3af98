namespace HwToken.TestKit;

/// <summary>
/// A calendar that stands still while timers run as ever: for whole programs, whose pages must keep coming. What depends on the time then
/// depends on the test alone, not on how fast the machine is or when it was started.
/// </summary>
/// <param name="now">What it shows.</param>
public sealed class StandingTime(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
