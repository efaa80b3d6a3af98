namespace HwToken.Simulator.Clocks;

/// <summary>How the shared clock is set: at the true time <paramref name="TrueAnchor"/> it showed <paramref name="Anchor"/>, and runs at <paramref name="Rate"/> since.</summary>
/// <param name="Mode">True time, or a time of its own. With <see cref="ClockMode.True"/> the rest does not count.</param>
/// <param name="Anchor">What it showed then.</param>
/// <param name="TrueAnchor">When that was.</param>
/// <param name="Rate">Seconds a true second: 0 (standing) to <see cref="SharedClock.MostRate"/>.</param>
public sealed record ClockSetting(ClockMode Mode, DateTimeOffset Anchor, DateTimeOffset TrueAnchor, double Rate)
{
    /// <summary>True time.</summary>
    public static ClockSetting TrueTime { get; } = new(ClockMode.True, default, default, 1);

    /// <summary>What it shows.</summary>
    /// <param name="trueNow">True time.</param>
    public DateTimeOffset At(DateTimeOffset trueNow)
    {
        if (Mode == ClockMode.True)
        {
            return trueNow;
        }

        // A computer's clock that was put back does not put this one back.
        double ticks = Math.Max(0, (trueNow - TrueAnchor).Ticks) * Rate;
        return ticks < (PressRun.Latest - Anchor).Ticks ? Anchor.AddTicks((long)ticks) : PressRun.Latest;
    }
}
