namespace HwToken.HostSim.Scenarios;

/// <summary>Waits that are over at once: answers that take an even time for people need none in a story.</summary>
internal sealed class EndedWaits : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
