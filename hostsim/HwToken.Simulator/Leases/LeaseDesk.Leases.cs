using System.Security.Cryptography;
using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <content>Granting, renewing and ending leases.</content>
public sealed partial class LeaseDesk
{
    private const int IdBytes = 12;

    /// <summary>The leases that are not over.</summary>
    public IReadOnlyList<Lease> Leases()
    {
        lock (_gate)
        {
            Sweep();
            return [.. _leases.Values.OrderBy(lease => lease.Expires)];
        }
    }

    /// <summary>A lease.</summary>
    /// <exception cref="LeaseException">There is none.</exception>
    public Lease Lease(string id)
    {
        lock (_gate)
        {
            return Find(id);
        }
    }

    /// <summary>Lends a token; waits in a queue while all are lent.</summary>
    /// <param name="ask">What is wanted.</param>
    /// <param name="cancel">The asker has left.</param>
    /// <exception cref="LeaseException">There is no such pool, or no token came back in time.</exception>
    public async Task<Lease> AcquireAsync(LeaseAsk ask, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        FleetToken? token;
        LinkedListNode<TaskCompletionSource<FleetToken>>? place = null;
        TokenPool pool;
        lock (_gate)
        {
            Sweep();
            pool = PoolOf(ask.Pool);
            token = pool.Take();
            place = token is null ? pool.Queue() : null;
        }

        token ??= await WaitForTokenAsync(pool, place!, TrueNow + ask.Wait, cancel).ConfigureAwait(false);
        Lease lease;
        lock (_gate)
        {
            _ = PoolOf(ask.Pool);
            lease = Put(new Lease(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), ask.Pool, token, TrueNow + ask.Lifetime, ask.InHand));
        }

        try
        {
            await KeepAsync(_ledger.PutAsync(lease)).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            lock (_gate)
            {
                Finish(lease);
            }

            throw;
        }
    }

    /// <summary>Lets a lease last for so long from now on.</summary>
    /// <param name="id">The lease.</param>
    /// <param name="lifetime">How long, in true time.</param>
    /// <param name="hasArrived">True: its code has reached the service and holds the clock no longer. Who renews by a timer does not know.</param>
    /// <exception cref="LeaseException">There is none.</exception>
    public async Task<Lease> RenewAsync(string id, TimeSpan lifetime, bool hasArrived = false)
    {
        Lease lease;
        lock (_gate)
        {
            lease = Find(id);
            lease.Expires = TrueNow + lifetime;
            _expiring.Enqueue(lease, lease.Expires);
            if (hasArrived)
            {
                _hands.Settle(lease);
            }
        }

        await KeepAsync(_ledger.PutAsync(lease)).ConfigureAwait(false);
        return lease;
    }

    /// <summary>Gives the token back. Requests that wait for its code are refused.</summary>
    /// <exception cref="LeaseException">There is none.</exception>
    public Task ReleaseAsync(string id)
    {
        Lease lease;
        lock (_gate)
        {
            lease = Find(id);
            Finish(lease);
        }

        return KeepAsync(_ledger.EndAsync(lease));
    }

    private Lease Find(string id)
    {
        Sweep();
        return _leases.TryGetValue(id, out Lease? lease)
            ? lease
            : throw new LeaseException(LeaseFault.NoSuchLease, "There is no such lease: it was released, or it ran out. Take a new one with POST /sim/v1/leases.");
    }

    private Lease Put(Lease lease)
    {
        _leases.Add(lease.Id, lease);
        _expiring.Enqueue(lease, lease.Expires);
        return lease;
    }

    /// <summary>Ends what has run out. A lease whose code is being made runs out afterwards.</summary>
    private void Sweep()
    {
        DateTimeOffset now = TrueNow;
        while (_expiring.TryPeek(out Lease? lease, out DateTimeOffset at) && at <= now)
        {
            _expiring.Dequeue();
            if (!lease.IsOver && lease.Busy == 0 && lease.Expires <= now)
            {
                Finish(lease);
                _ = KeepAsync(_ledger.EndAsync(lease)).ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
        }
    }

    private void Finish(Lease lease)
    {
        lease.IsOver = true;
        _leases.Remove(lease.Id);
        _hands.Settle(lease);
        GiveBackIfIdle(lease);
    }

    private void GiveBackIfIdle(Lease lease)
    {
        if (lease is { IsOver: true, Busy: 0 } && _pools.TryGetValue(lease.Pool, out TokenPool? pool) && pool.Holds(lease.Token.Key))
        {
            pool.GiveBack(lease.Token);
        }
    }

    private async Task<FleetToken> WaitForTokenAsync(TokenPool pool, LinkedListNode<TaskCompletionSource<FleetToken>> place, DateTimeOffset deadline, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                TimeSpan pause;
                lock (_gate)
                {
                    Sweep();
                    DateTimeOffset next = _expiring.TryPeek(out _, out DateTimeOffset at) && at < deadline ? at : deadline;
                    pause = next - TrueNow;
                }

                if (place.Value.Task.IsCompleted)
                {
                    return await place.Value.Task.ConfigureAwait(false);
                }

                if (TrueNow >= deadline)
                {
                    throw NoTokenFree(pool);
                }

                await PauseAsync(pause, place.Value.Task, cancel).ConfigureAwait(false);
            }
        }
        catch
        {
            lock (_gate)
            {
                pool.Leave(place);
            }

            throw;
        }
    }

    private LeaseException NoTokenFree(TokenPool pool)
    {
        lock (_gate)
        {
            DateTimeOffset[] ends = [.. _leases.Values.Where(lease => lease.Pool == pool.Name).Select(lease => lease.Expires)];
            string words = pool.Tokens.Count == 0
                ? $"The pool '{pool.Name}' has no tokens. Put some in with POST /sim/v1/pools."
                : $"All {pool.Tokens.Count} tokens of the pool '{pool.Name}' are leased. Release leases that are done, wait longer, or make the pool larger.";
            return new LeaseException(LeaseFault.NoTokenFree, words, ends.Length == 0 ? null : ends.Min() - TrueNow);
        }
    }

    /// <summary>Waits for true time, or for something that happens before.</summary>
    private async Task PauseAsync(TimeSpan pause, Task before, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task delay = Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _clock.TrueTime, stop.Token);
        await Task.WhenAny(delay, before).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }
}
