using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>
/// A ledger of one process: what it keeps ends with it. As long as it lives it keeps what any ledger keeps, used factors of dropped pools too. Safe for
/// several threads.
/// </summary>
public sealed class MemoryLedger : ILeaseLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ulong NextFactor, bool IsIssued, DateTimeOffset HeldOffUntil)> _used = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public LedgerContent Read() => LedgerContent.Empty;

    /// <inheritdoc/>
    public Task AddAsync(string pool, IReadOnlyList<FleetToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        lock (_gate)
        {
            foreach (FleetToken token in tokens)
            {
                if (_used.TryGetValue(token.Key, out (ulong NextFactor, bool IsIssued, DateTimeOffset HeldOffUntil) used))
                {
                    token.MoveTo(used.NextFactor, used.IsIssued, used.HeldOffUntil);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DropAsync(string pool) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PutAsync(Lease lease) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task EndAsync(Lease lease) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task MoveAsync(FleetToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_gate)
        {
            _used[token.Key] = (token.NextFactor, token.IsIssued, token.HeldOffUntil);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task KeepClockAsync() => Task.CompletedTask;
}
