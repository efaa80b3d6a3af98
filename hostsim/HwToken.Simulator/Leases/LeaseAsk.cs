namespace HwToken.Simulator.Leases;

/// <summary>What somebody asks for who wants a token.</summary>
/// <param name="Pool">Name of the pool.</param>
public sealed record LeaseAsk(string Pool)
{
    /// <summary>How long it is granted, in true time, unless it is renewed.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait for a token when all are leased; zero: not at all.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long, in true time, a code counts as being on its way to the service: so long other leases do not move the shared clock further than a
    /// service tolerates (one step past the code's). The lease's next code, its end, or a renewal that says so, tell that the code has arrived.
    /// </summary>
    public TimeSpan InHand { get; init; } = TimeSpan.FromSeconds(5);
}
