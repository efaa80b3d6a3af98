using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>What a ledger kept.</summary>
/// <param name="Clock">How the shared clock was set.</param>
/// <param name="Tokens">Every token, moved to where it was, with the name of its pool.</param>
/// <param name="Leases">Leases that were not over.</param>
public sealed record LedgerContent(ClockSetting Clock, IReadOnlyList<(string Pool, FleetToken Token)> Tokens, IReadOnlyList<KeptLease> Leases)
{
    /// <summary>Nothing.</summary>
    public static LedgerContent Empty { get; } = new(ClockSetting.TrueTime, [], []);
}
