namespace HwToken.Simulator.Leases;

/// <summary>A lease as a ledger keeps it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Key">Key of its token.</param>
/// <param name="Expires">When it runs out, in true time.</param>
/// <param name="InHand">See <see cref="LeaseAsk.InHand"/>.</param>
public sealed record KeptLease(string Id, string Key, DateTimeOffset Expires, TimeSpan InHand);
