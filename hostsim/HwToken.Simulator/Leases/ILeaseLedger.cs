using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>
/// Keeps pools, leases and which factors have shown a code. A task ends when what it says is durable: it survives a kill and a power cut. What is
/// asked for while another write is under way is written together. Each write also keeps how the shared clock is set at that moment.
/// </summary>
public interface ILeaseLedger
{
    /// <summary>What was kept, for the start.</summary>
    LedgerContent Read();

    /// <summary>Puts tokens into a pool. A token whose key was ever used goes on where it was, even if its pool was dropped since: it is moved.</summary>
    Task AddAsync(string pool, IReadOnlyList<FleetToken> tokens);

    /// <summary>Drops a pool, its tokens and its leases. Which factors were used stays known.</summary>
    Task DropAsync(string pool);

    /// <summary>A lease is granted or renewed.</summary>
    Task PutAsync(Lease lease);

    /// <summary>A lease is over.</summary>
    Task EndAsync(Lease lease);

    /// <summary>Where a token stands now.</summary>
    Task MoveAsync(FleetToken token);

    /// <summary>The shared clock was set.</summary>
    Task KeepClockAsync();
}
