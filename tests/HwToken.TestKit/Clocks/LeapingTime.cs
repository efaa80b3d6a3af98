using Microsoft.Extensions.Time.Testing;

namespace HwToken.TestKit;

/// <summary>Time that nobody waits for: whoever sets a timer moves the time on to its end.</summary>
/// <param name="start">What it shows at first.</param>
public sealed class LeapingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
