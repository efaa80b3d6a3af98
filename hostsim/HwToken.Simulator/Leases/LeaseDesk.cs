using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>
/// Lends tokens of pools to one holder at a time and tells each of their codes once: across holders, crashes and restarts, because where a token
/// stands is durable before its code is told. Safe for several threads.
/// </summary>
public sealed partial class LeaseDesk
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TokenPool> _pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Lease, DateTimeOffset> _expiring = new();
    private readonly CodesInHand _hands = new();
    private readonly ILeaseLedger _ledger;
    private readonly SharedClock _clock;

    /// <summary>Takes up what the ledger kept: pools, leases, and the shared clock.</summary>
    /// <param name="ledger">Keeps it all.</param>
    /// <param name="clock">The time of tokens and services.</param>
    public LeaseDesk(ILeaseLedger ledger, SharedClock clock)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(clock);
        _ledger = ledger;
        _clock = clock;
        LedgerContent kept = ledger.Read();
        clock.Setting = kept.Clock;
        Dictionary<string, KeptLease> leased = kept.Leases.Where(lease => lease.Expires > TrueNow).ToDictionary(lease => lease.Key);
        foreach ((string pool, FleetToken token) in kept.Tokens)
        {
            PoolOrNew(pool).Add(token, isFree: !leased.ContainsKey(token.Key));
            if (leased.TryGetValue(token.Key, out KeptLease? lease))
            {
                Put(new Lease(lease.Id, pool, token, lease.Expires, lease.InHand));
            }
        }
    }

    private DateTimeOffset TrueNow => _clock.TrueTime.GetUtcNow();

    /// <summary>The pools, by name.</summary>
    public IReadOnlyList<PoolView> Pools()
    {
        lock (_gate)
        {
            Sweep();
            return [.. _pools.Values.Select(View).OrderBy(pool => pool.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>A pool.</summary>
    /// <exception cref="LeaseException">There is none of that name.</exception>
    public PoolView Pool(string name)
    {
        lock (_gate)
        {
            Sweep();
            return View(PoolOf(name));
        }
    }

    /// <summary>The tokens of a pool, in no order.</summary>
    /// <exception cref="LeaseException">There is none of that name.</exception>
    public IReadOnlyList<FleetToken> TokensOf(string name)
    {
        lock (_gate)
        {
            return [.. PoolOf(name).Tokens];
        }
    }

    /// <summary>Puts tokens into a pool, which is made if needed. Tokens that are in it already stay as they are: the same seed file may be given at every start.</summary>
    /// <param name="pool">Name of the pool.</param>
    /// <param name="tokens">The tokens; the desk's from now on.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="LeaseException">One has the secret of a token in another pool, or of another one here. Nothing is added.</exception>
    public async Task<int> AddAsync(string pool, IReadOnlyList<FleetToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        List<FleetToken> added = [];
        lock (_gate)
        {
            _pools.TryGetValue(pool, out TokenPool? known);
            var keys = new HashSet<string>();
            foreach (FleetToken token in tokens)
            {
                if (!keys.Add(token.Key) || _pools.Values.Any(other => other != known && other.Holds(token.Key)))
                {
                    throw new LeaseException(LeaseFault.SameSecret, $"The secret of {token.Id} is that of another token: both would show the same codes. Give each token a secret of its own, and each secret to one pool.");
                }

                if (known?.Holds(token.Key) != true)
                {
                    added.Add(token);
                }
            }

            // They are known from here on, so that nobody puts them elsewhere meanwhile, but nobody gets one before it is kept.
            added.ForEach(token => PoolOrNew(pool).Add(token, isFree: false));
        }

        bool isKept = false;
        try
        {
            await KeepAsync(_ledger.AddAsync(pool, added)).ConfigureAwait(false);
            isKept = true;
        }
        finally
        {
            lock (_gate)
            {
                if (_pools.TryGetValue(pool, out TokenPool? still))
                {
                    added.ForEach(isKept ? still.GiveBack : still.Remove);
                }
            }
        }

        return added.Count;
    }

    /// <summary>Drops a pool and ends its leases.</summary>
    /// <exception cref="LeaseException">There is none of that name.</exception>
    public Task DropAsync(string name)
    {
        lock (_gate)
        {
            PoolOf(name).Close(new LeaseException(LeaseFault.NoSuchPool, $"The pool '{name}' was dropped."));
            _pools.Remove(name);
            foreach (Lease lease in _leases.Values.Where(lease => lease.Pool == name).ToArray())
            {
                Finish(lease);
            }
        }

        return KeepAsync(_ledger.DropAsync(name));
    }

    private static PoolView View(TokenPool pool) => new(pool.Name, pool.Tokens.Count, pool.Free, pool.Waiting);

    private TokenPool PoolOf(string name) => _pools.TryGetValue(name, out TokenPool? pool)
        ? pool
        : throw new LeaseException(LeaseFault.NoSuchPool, "There is no such pool. Make it with POST /sim/v1/pools; GET /sim/v1/pools lists those there are.");

    private TokenPool PoolOrNew(string name)
    {
        if (!_pools.TryGetValue(name, out TokenPool? pool))
        {
            _pools.Add(name, pool = new TokenPool(name));
        }

        return pool;
    }

    /// <summary>A full disk must not look like a code that was told.</summary>
    private static async Task KeepAsync(Task write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new LeaseException(LeaseFault.NotKept, "The data folder does not take it, so nothing is told: " + e.Message, inner: e);
        }
    }
}
