namespace HwToken.Factory.Ledger;

/// <summary>What the station found out about a token that passed.</summary>
/// <param name="VerifiedAt">When.</param>
/// <param name="ClockErrorMilliseconds">Token clock minus true time; null without a clock.</param>
/// <param name="NextCounter">HOTP: the first counter that the token has not shown.</param>
/// <param name="Firmware">Version that the token told.</param>
public sealed record UnitFindings(DateTimeOffset VerifiedAt, int? ClockErrorMilliseconds, long NextCounter, string? Firmware);
