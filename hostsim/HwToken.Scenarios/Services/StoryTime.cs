using HwToken.Scenarios.Playing;

namespace HwToken.Scenarios.Services;

/// <summary>The story's time, for a service in this process: the same to the tick. Timers stay those of true time.</summary>
/// <param name="run">The story.</param>
internal sealed class StoryTime(ScenarioRun run) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => run.Now;
}
