using HwToken.Simulator;
using HwToken.Simulator.Clocks;

namespace HwToken.Testing.Simulators;

/// <summary>The clock of a simulator in this process.</summary>
internal sealed class InProcessClock(SharedClock clock) : OtpClock
{
    public override bool IsVirtual => clock.IsVirtual;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    public override void Freeze() => clock.Set(null, 0);

    public override void SetTime(DateTimeOffset moment, double rate = 0)
    {
        if (moment < PressRun.Earliest || moment > PressRun.Latest || rate is not (>= 0 and <= MostRate))
        {
            throw OutOfLimits();
        }

        clock.Set(moment, rate);
    }

    public override void Advance(TimeSpan span)
    {
        if (span <= TimeSpan.Zero || span > PressRun.Latest - clock.GetUtcNow())
        {
            throw OutOfLimits();
        }

        if (!clock.IsVirtual)
        {
            Freeze();
        }

        clock.TryMoveTo(clock.GetUtcNow() + span);
    }

    public override void FollowTrueTime() => clock.FollowTrueTime();
}
