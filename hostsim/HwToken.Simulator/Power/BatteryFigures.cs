namespace HwToken.Simulator.Power;

/// <summary>A battery.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="CapacityMilliampereHours">On its label.</param>
/// <param name="UsableShare">What can be taken before the voltage is too low: 0 to 1.</param>
/// <param name="LossShareAMonth">Self-discharge in 30 days: 0 to 1.</param>
internal sealed record BatteryFigures(string Name, double CapacityMilliampereHours, double UsableShare, double LossShareAMonth);
