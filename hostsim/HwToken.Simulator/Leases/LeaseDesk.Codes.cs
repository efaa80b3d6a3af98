using HwToken.Core.Otp;

namespace HwToken.Simulator.Leases;

/// <content>Telling codes.</content>
public sealed partial class LeaseDesk
{
    /// <summary>
    /// The next unused code of a lease's token. HOTP comes at once. TOTP comes once a time step: on true time it is waited for, a clock with a time of
    /// its own is moved instead. Several requests of one lease are answered one after the other.
    /// </summary>
    /// <param name="id">The lease.</param>
    /// <param name="ask">How it is wanted.</param>
    /// <param name="cancel">The asker has left.</param>
    /// <exception cref="LeaseException">There is no such lease, it is not to be had in time, or the token shows an error.</exception>
    public async Task<LeasedCode> CodeAsync(string id, CodeAsk ask, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        Lease lease;
        lock (_gate)
        {
            lease = Find(id);
            lease.Busy++;
            _hands.Settle(lease);
        }

        try
        {
            DateTimeOffset deadline = TrueNow + ask.Wait;
            await TakeTurnAsync(lease, ask, cancel).ConfigureAwait(false);
            try
            {
                return await NextAsync(lease, ask, deadline, cancel).ConfigureAwait(false);
            }
            finally
            {
                lease.Turn.Release();
            }
        }
        finally
        {
            lock (_gate)
            {
                lease.Busy--;
                _expiring.Enqueue(lease, lease.Expires);
                GiveBackIfIdle(lease);
            }
        }
    }

    private async Task TakeTurnAsync(Lease lease, CodeAsk ask, CancellationToken cancel)
    {
        if (await lease.Turn.WaitAsync(0, cancel).ConfigureAwait(false))
        {
            return;
        }

        using var late = new CancellationTokenSource(ask.Wait, _clock.TrueTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            await lease.Turn.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new LeaseException(LeaseFault.NotYet, "Other requests of this lease wait for its next code. Ask one after the other, or take a lease for each.", TimeSpan.FromSeconds(lease.Token.Parameters.PeriodSeconds));
        }
    }

    private async Task<LeasedCode> NextAsync(Lease lease, CodeAsk ask, DateTimeOffset deadline, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            DateTimeOffset now;
            DateTimeOffset ready;
            LeasedCode? made = null;
            lock (_gate)
            {
                if (lease.IsOver)
                {
                    throw new LeaseException(LeaseFault.NoSuchLease, "The lease was released while its code was waited for.");
                }

                now = _clock.GetUtcNow();
                ready = CodeMoment.Earliest(lease.Token, now, ask);
                if (ready <= now)
                {
                    Hold(lease, now);
                    made = ask.IsPressed ? null : CodeMaker.Compute(lease.Token, now);
                }
            }

            if (ready > now)
            {
                await (_clock.IsVirtual ? MoveClockAsync(lease, ready, deadline, cancel) : WaitUntilAsync(lease, ready - now, deadline, cancel)).ConfigureAwait(false);
                continue;
            }

            // A press runs the firmware: others need not wait for that.
            made ??= ask.IsPressed ? CodeMaker.Press(lease.Token, now) : null;
            if (made is not null)
            {
                // From here on the code is spent, whether its asker still listens or not.
                await KeepAsync(_ledger.MoveAsync(lease.Token)).ConfigureAwait(false);
                return made;
            }
        }
    }

    /// <summary>Nobody moves the clock away from under a code that is being made or on its way.</summary>
    private void Hold(Lease lease, DateTimeOffset now)
    {
        OtpParameters parameters = lease.Token.Parameters;
        if (parameters.Type == OtpType.Totp)
        {
            ulong step = CodeMoment.StepAt(now, parameters.PeriodSeconds);
            _hands.Put(lease, CodeMoment.StepBegins(step + 2, parameters.PeriodSeconds), TrueNow + lease.InHand);
        }
    }

    private async Task WaitUntilAsync(Lease lease, TimeSpan left, DateTimeOffset deadline, CancellationToken cancel)
    {
        if (TrueNow + left > deadline)
        {
            throw new LeaseException(LeaseFault.NotYet, $"The next unused code of {lease.Token.Id} comes later than you want to wait. Ask again then, wait longer, or give the clock a time of its own (PUT /sim/v1/clock).", left);
        }

        await PauseAsync(left, _clock.Changed, cancel).ConfigureAwait(false);
    }

    private async Task MoveClockAsync(Lease lease, DateTimeOffset target, DateTimeOffset deadline, CancellationToken cancel)
    {
        Task changed;
        DateTimeOffset? held;
        lock (_gate)
        {
            changed = Task.WhenAny(_hands.Changed, _clock.Changed);
            held = _hands.HeldUntil(lease, target, TrueNow);
            if (held is null)
            {
                _clock.TryMoveTo(target);
                return;
            }
        }

        if (TrueNow >= deadline)
        {
            throw new LeaseException(LeaseFault.NotYet, "Other leases have codes on their way to the service that moving the clock would make too old. Release leases that are done.", held - TrueNow);
        }

        await PauseAsync((held < deadline ? held.Value : deadline) - TrueNow, changed, cancel).ConfigureAwait(false);
    }
}
