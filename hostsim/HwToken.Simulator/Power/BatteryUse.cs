namespace HwToken.Simulator.Power;

/// <summary>What a stretch of a token's life took from its battery.</summary>
/// <param name="Duration">How long it was.</param>
/// <param name="AsleepMilliampereHours">The floor: what the board draws all the time.</param>
/// <param name="AwakeMilliampereHours">The CPU, booting and running.</param>
/// <param name="PanelMilliampereHours">The lit panel.</param>
/// <param name="LossMilliampereHours">The battery's self-discharge.</param>
public sealed record BatteryUse(TimeSpan Duration, double AsleepMilliampereHours, double AwakeMilliampereHours, double PanelMilliampereHours, double LossMilliampereHours)
{
    /// <summary>What the board drew.</summary>
    public double DrawnMilliampereHours => AsleepMilliampereHours + AwakeMilliampereHours + PanelMilliampereHours;

    /// <summary>All that is gone from the battery, self-discharge included.</summary>
    public double UsedMilliampereHours => DrawnMilliampereHours + LossMilliampereHours;
}
