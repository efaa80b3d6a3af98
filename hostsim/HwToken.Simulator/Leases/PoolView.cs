namespace HwToken.Simulator.Leases;

/// <summary>A pool at a moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Free">How many are not leased.</param>
/// <param name="Waiting">How many requests wait for one.</param>
public sealed record PoolView(string Name, int Tokens, int Free, int Waiting);
