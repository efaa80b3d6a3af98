using Microsoft.Extensions.Time.Testing;

namespace HwToken.TestKit;

/// <summary>Time that stands until it is advanced, and tells when somebody begins to wait for it.</summary>
public sealed class WatchedTime : FakeTimeProvider
{
    private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first timer is set: from then on the time can be advanced past it.</summary>
    public Task TimerSet => _set.Task;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _set.TrySetResult();
        return timer;
    }
}
