using System.Collections.Concurrent;

namespace HwToken.Testing.Simulators;

/// <summary>Renews leases by a timer for as long as this program lives: a test that takes an hour keeps its token, one that died gives it back.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LeasedToken> _leases = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<LeasedToken, CancellationToken, Task> _renew;
    private readonly Task _work;

    /// <summary>Begins.</summary>
    /// <param name="time">True time.</param>
    /// <param name="every">How often.</param>
    /// <param name="renew">Renews one.</param>
    public LeaseKeeper(TimeProvider time, TimeSpan every, Func<LeasedToken, CancellationToken, Task> renew)
    {
        _renew = renew;
        _work = RunAsync(new PeriodicTimer(every, time));
    }

    /// <summary>Keeps a lease from now on.</summary>
    public void Keep(LeasedToken lease) => _leases[lease.Id] = lease;

    /// <summary>Keeps it no longer.</summary>
    public void Forget(LeasedToken lease) => _leases.TryRemove(lease.Id, out _);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task RunAsync(PeriodicTimer timer)
    {
        using PeriodicTimer owned = timer;
        while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
        {
            foreach (LeasedToken lease in _leases.Values)
            {
                try
                {
                    await _renew(lease, _end.Token).ConfigureAwait(false);
                }
                catch (OtpException)
                {
                    // Who asks for its next code is told.
                }
            }
        }
    }
}
