namespace HwToken.Simulator.Leases;

/// <summary>
/// Codes that were told and may not have arrived at the service yet. The shared clock is not moved so far that one of them is refused as old: a
/// service takes the step before its own. The desk's lock guards it.
/// </summary>
internal sealed class CodesInHand
{
    private readonly Dictionary<Lease, (DateTimeOffset TooLate, DateTimeOffset Until)> _codes = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Ends when one fewer is in hand.</summary>
    public Task Changed => _changed.Task;

    /// <summary>A code is about to be told.</summary>
    /// <param name="lease">To whom.</param>
    /// <param name="tooLate">From this moment of the shared clock on a service refuses it.</param>
    /// <param name="until">True time until which it counts.</param>
    public void Put(Lease lease, DateTimeOffset tooLate, DateTimeOffset until) => _codes[lease] = (tooLate, until);

    /// <summary>It has arrived: its holder says so, asks for the next one, or has given the token back.</summary>
    public void Settle(Lease lease)
    {
        if (_codes.Remove(lease))
        {
            TaskCompletionSource was = _changed;
            _changed = NewSignal();
            was.SetResult();
        }
    }

    /// <summary>Tells whether moving the clock would make somebody else's code too old.</summary>
    /// <param name="mover">Who wants to move it.</param>
    /// <param name="target">Where to.</param>
    /// <param name="trueNow">True time.</param>
    /// <returns>True time at which the last such code counts no more; null: it may be moved.</returns>
    public DateTimeOffset? HeldUntil(Lease mover, DateTimeOffset target, DateTimeOffset trueNow)
    {
        DateTimeOffset? until = null;
        foreach ((Lease lease, (DateTimeOffset tooLate, DateTimeOffset until) code) in _codes)
        {
            if (lease != mover && target >= code.tooLate && code.until > trueNow && !(until > code.until))
            {
                until = code.until;
            }
        }

        return until;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
