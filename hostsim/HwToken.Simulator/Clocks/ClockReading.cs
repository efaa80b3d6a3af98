namespace HwToken.Simulator.Clocks;

/// <summary>The shared clock at a moment.</summary>
/// <param name="Mode">What it goes by.</param>
/// <param name="Now">What it shows, UTC.</param>
/// <param name="Rate">Seconds a true second.</param>
/// <param name="Revision">Grows whenever it is set or moved by hand or by a lease; not while it merely runs.</param>
public sealed record ClockReading(ClockMode Mode, DateTimeOffset Now, double Rate, long Revision);
