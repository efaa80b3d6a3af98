namespace HwToken.Service.Tests.Portal;

/// <summary>Time that stands until it is advanced; knows one timer.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly TaskCompletionSource set = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan now;
    private Action? due;
    private TimeSpan dueAt;

    public Task TimerSet => set.Task;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public void Advance(TimeSpan span)
    {
        now += span;
        if (due is { } action && now >= dueAt)
        {
            due = null;
            action();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        due = () => callback(state);
        dueAt = now + dueTime;
        set.TrySetResult();
        return new Timer(this);
    }

    private sealed class Timer(SteppedClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => clock.due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
