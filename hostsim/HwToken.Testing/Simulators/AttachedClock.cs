namespace HwToken.Testing.Simulators;

/// <summary>
/// The clock of a simulator elsewhere. Each reading asks it, so that a code is never checked at a time before it was made; timers are those of this
/// computer's true time.
/// </summary>
internal sealed class AttachedClock(SimulatorCalls calls) : OtpClock
{
    private const string Path = "clock";
    private const string VirtualMode = "virtual";

    public override bool IsVirtual => Read().Mode == VirtualMode;

    public override DateTimeOffset GetUtcNow() => Read().Now;

    public override void Freeze() => Put(new { mode = VirtualMode, rate = 0 });

    public override void SetTime(DateTimeOffset moment, double rate = 0)
    {
        if (rate is not (>= 0 and <= MostRate))
        {
            throw OutOfLimits();
        }

        Put(new { mode = VirtualMode, now = moment, rate });
    }

    public override void Advance(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            throw OutOfLimits();
        }

        if (!IsVirtual)
        {
            Freeze();
        }

        calls.Send<Reading>(HttpMethod.Post, Path + "/move", new { seconds = span.TotalSeconds });
    }

    public override void FollowTrueTime() => Put(new { mode = "true" });

    private Reading Read() => calls.Send<Reading>(HttpMethod.Get, Path, null);

    private void Put(object setting) => calls.Send<Reading>(HttpMethod.Put, Path, setting);

    private sealed record Reading(string Mode, DateTimeOffset Now);
}
