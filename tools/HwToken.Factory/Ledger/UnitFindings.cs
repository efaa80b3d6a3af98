namespace HwToken.Factory.Ledger;

/// <summary>What the station found out about a token that passed.</summary>
/// <param name="VerifiedAt">When.</param>
/// <param name="Clock">Its clock; null without one.</param>
/// <param name="NextCounter">HOTP: the first counter that the token has not shown.</param>
/// <param name="Firmware">Version that the token told.</param>
public sealed record UnitFindings(DateTimeOffset VerifiedAt, ClockMeasurement? Clock, long NextCounter, string? Firmware);
