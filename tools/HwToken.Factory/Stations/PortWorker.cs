using HwToken.Factory.Ledger;
using HwToken.Lines;
using HwToken.Factory.Lots;
using HwToken.Provisioning;
using HwToken.Provisioning.Transports;

namespace HwToken.Factory.Stations;

/// <summary>One port of a station: waits for a token, brings it to an end, waits until it is gone, and so on.</summary>
internal sealed class PortWorker
{
    /// <summary>One lost answer is the line; two are a token that is gone.</summary>
    private const int MissesUntilGone = 2;

    private readonly Lot _lot;
    private readonly StationOptions _options;
    private readonly TimeProvider _clock;
    private readonly PortFace _face;
    private readonly LinePort _port;
    private readonly UnitWriter _writer;
    private readonly UnitChecker _checker;
    private readonly FoundToken _found;
    private readonly UnitLabels _labels;
    private readonly Action<UnitOutcome> _count;
    private bool _isDone;
    private bool _isFlashed;

    public PortWorker(Lot lot, StationOptions options, TimeProvider clock, IStationView view, LinePort port, Action<UnitOutcome> count)
    {
        (_lot, _options, _clock, _port, _count) = (lot, options, clock, port, count);
        _face = new PortFace(view, port.Name);
        string station = StationOf(port);
        _writer = new UnitWriter(lot, options, clock, station, _face.Step);
        _checker = new UnitChecker(lot, options, clock, view, port.Name, _face.Step);
        _found = new FoundToken(lot, options, _checker, station);
        _labels = new UnitLabels(lot, options, _face.Step);
    }

    /// <summary>How the ledger names a port.</summary>
    public static string StationOf(LinePort port) => $"{Environment.MachineName} {port.Name}";

    /// <param name="stop">Take no further token; the one at hand is brought to an end.</param>
    /// <param name="cancel">Stop at once.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancel)
    {
        long lastOpen = _clock.GetTimestamp();
        while (!stop.IsCancellationRequested && !_isDone && HasWork())
        {
            try
            {
                if (await FlashAsync(cancel).ConfigureAwait(false) is { } failed)
                {
                    _count(failed);
                    _face.Show(failed.Kind, null, failed.Message);
                    if (_options.IsOnce)
                    {
                        return;
                    }

                    await AwaitRemovalAsync(stop).ConfigureAwait(false);
                    continue;
                }

                await using LineTransport line = await _port.OpenAsync(cancel).ConfigureAwait(false);
                await ServeAsync(line, stop, cancel).ConfigureAwait(false);
                lastOpen = _clock.GetTimestamp();
            }
            catch (IOException e) when (_options.IsOnce && _clock.GetElapsedTime(lastOpen) > _options.OnceTimeout)
            {
                var failed = new UnitOutcome(StationEventKind.PortFailed, null, e.Message);
                _count(failed);
                _face.Show(failed.Kind, null, failed.Message);
                return;
            }
            catch (IOException e)
            {
                // Whatever comes back may be another board.
                _isFlashed = false;
                _face.Show(StationEventKind.Waiting, null, e.Message);
            }

            await PauseAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>Has the board flashed, once until it is taken off. A token that holds a credential is never flashed.</summary>
    /// <returns>Null when the port can be served; else why not.</returns>
    /// <exception cref="IOException">Nothing is connected.</exception>
    private async Task<UnitOutcome?> FlashAsync(CancellationToken cancel)
    {
        if (_options.Flash is not { } flash || _isFlashed)
        {
            return null;
        }

        LineTransport line = await _port.OpenAsync(cancel).ConfigureAwait(false);
        await using (line)
        {
            TokenGreeting? greeting = await GreetAsync(new ProvisioningClient(line, _options.HelloTimeout), cancel).ConfigureAwait(false);
            _isFlashed = greeting is { IsLocked: true };
        }

        if (_isFlashed)
        {
            return null;
        }

        // The line is closed: the flashing program opens it.
        _face.Step(null, StationStep.Flashing);
        try
        {
            await flash(_port.Name, cancel).ConfigureAwait(false);
            _isFlashed = true;
            return null;
        }
        catch (FactoryException e)
        {
            return new UnitOutcome(StationEventKind.SetAside, null, e.Message);
        }
    }

    /// <summary>Waits until the board that could not be flashed is off its port.</summary>
    private async Task AwaitRemovalAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _port.IsThere())
        {
            await PauseAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>Serves an open line until it breaks, the lot is done or the station stops.</summary>
    private async Task ServeAsync(ILineTransport line, CancellationToken stop, CancellationToken cancel)
    {
        var hello = new ProvisioningClient(line, _options.HelloTimeout);
        var client = new ProvisioningClient(line, _options.ReplyTimeout);
        string? finished = null;
        bool isRemovalAwaited = false;
        int misses = 0;
        long begin = _clock.GetTimestamp();
        while (!stop.IsCancellationRequested && !_isDone && HasWork())
        {
            TokenGreeting? greeting = await GreetAsync(hello, cancel).ConfigureAwait(false);
            misses = greeting is null ? misses + 1 : 0;
            if (misses >= MissesUntilGone)
            {
                // Gone after its work was done: the next board is to be flashed. (Silent before that is a board that boots.)
                _isFlashed = _isFlashed && finished is null && !isRemovalAwaited;
                (isRemovalAwaited, finished) = (false, null);
                _face.Show(StationEventKind.Waiting, null, "waiting for a token");
                if (_options.IsOnce && _clock.GetElapsedTime(begin) > _options.OnceTimeout)
                {
                    throw new IOException("No token answers. Check cable and power.");
                }
            }

            if (greeting is { IsLocked: false } && _options.Flash is not null && !_isFlashed)
            {
                return;
            }

            if (greeting is null || isRemovalAwaited || (finished is not null && greeting.CredentialId == finished))
            {
                await PauseAsync(stop).ConfigureAwait(false);
                continue;
            }

            UnitOutcome outcome = await WorkAsync(client, greeting, cancel).ConfigureAwait(false);
            if (outcome == UnitOutcome.LotIsDone)
            {
                _isDone = true;
                return;
            }

            _count(outcome);
            _face.Show(outcome.Kind, outcome.Id, outcome.Message);
            begin = _clock.GetTimestamp();
            bool isGood = outcome.Kind is StationEventKind.Passed or StationEventKind.PassedBefore;
            finished = isGood ? outcome.Id : null;
            isRemovalAwaited = outcome.Kind is StationEventKind.Failed or StationEventKind.SetAside;
            _isDone = _options.IsOnce && (isGood || isRemovalAwaited);
        }
    }

    private async Task<TokenGreeting?> GreetAsync(ProvisioningClient hello, CancellationToken cancel)
    {
        try
        {
            return await hello.TryHelloAsync(cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e)
        {
            // Something answers that is no token, or is still booting: never a reason to stop.
            _face.Show(StationEventKind.Waiting, null, e.Message);
            return null;
        }
    }

    private async Task<UnitOutcome> WorkAsync(ProvisioningClient client, TokenGreeting greeting, CancellationToken cancel)
    {
        if (_options.Firmware is { } wanted && greeting.FirmwareVersion != wanted)
        {
            return new UnitOutcome(StationEventKind.SetAside, greeting.CredentialId, $"has firmware {greeting.FirmwareVersion}, not {wanted}; no unit was used. Flash it, or have it flashed here (--flash)");
        }

        if (greeting is { IsLocked: true, CredentialId: { } id })
        {
            _face.Show(StationEventKind.Started, id, "found locked");
            return await _labels.LabelAsync(await _found.ResolveAsync(client, id, greeting.FirmwareVersion, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }

        foreach (string scrapped in _found.ScrapInterrupted())
        {
            _count(new UnitOutcome(StationEventKind.Scrapped, scrapped, ""));
            _face.Show(StationEventKind.Scrapped, scrapped, "scrapped by rule: interrupted while it was written");
        }

        (Unit? written, UnitOutcome? outcome) = await _writer.WriteAsync(client, cancel).ConfigureAwait(false);
        return outcome ?? await _labels.LabelAsync(await _checker.CheckAsync(client, written!, greeting.FirmwareVersion, isFound: false, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    /// <summary>A lot is done when nothing is reserved and this port left nothing in the middle.</summary>
    private bool HasWork() => _lot.Ledger.Counts() is var counts && counts[UnitState.Reserved] + counts[UnitState.Writing] + counts[UnitState.Written] > 0;

    private async Task PauseAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(_options.PollInterval, _clock, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }
}
