using HwToken.Rack.Live;
using HwToken.Simulator;
using HwToken.Simulator.Clocks;
using HwToken.Simulator.Leases;
using HwToken.TokenPage.Store;
using HwToken.TokenPage.Store.Leases;

namespace HwToken.TokenPage.Live;

/// <summary>Everything behind the simulator's API: the tokens of the page, the pools and leases, and the clock that they share.</summary>
public sealed class Simulation : IDisposable
{
    private readonly LeaseLedger _ledger;

    /// <summary>Takes up what a data folder holds.</summary>
    /// <param name="store">The folder's tokens; they stay its owner's.</param>
    /// <param name="clock">The shared clock; it is set as it was.</param>
    /// <param name="first">Makes the page's first tokens when there are none; null: one with a counter, one with a clock and a blank one.</param>
    /// <exception cref="IOException">Something cannot be read; the message says what to do.</exception>
    public Simulation(SavedTokenStore store, SharedClock clock, Func<IReadOnlyList<VirtualToken>>? first = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        Clock = clock;
        _ledger = new LeaseLedger(store.LeaseFile, clock);
        try
        {
            Desk = new LeaseDesk(_ledger, clock);
            Rack = new TokenRack(store, clock, first?.Invoke());
        }
        catch
        {
            _ledger.Dispose();
            throw;
        }
    }

    /// <summary>The time of tokens and services.</summary>
    public SharedClock Clock { get; }

    /// <summary>Pools and leases.</summary>
    public LeaseDesk Desk { get; }

    /// <summary>The tokens of the page.</summary>
    public TokenRack Rack { get; }

    /// <summary>Makes how the clock is set now durable.</summary>
    internal Task KeepClockAsync() => _ledger.KeepClockAsync();

    /// <summary>Writes what was asked for, then closes the file.</summary>
    public void Dispose() => _ledger.Dispose();
}
