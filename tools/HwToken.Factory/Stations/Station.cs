using HwToken.Factory.Ledger;
using HwToken.Lines;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Stations;

/// <summary>A bench with one or more ports that turns blank tokens into verified ones. Several stations may share a lot.</summary>
public sealed class Station
{
    private readonly Lot _lot;
    private readonly FactoryHome _home;
    private readonly StationOptions _options;
    private readonly IStationView _view;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private int _passed;
    private int _failed;
    private int _setAside;
    private int _failedPorts;

    /// <summary>Sets up a station.</summary>
    /// <param name="lot">The lot, with its keys.</param>
    /// <param name="home">For the locks of ports.</param>
    /// <param name="options">Ports and habits.</param>
    /// <param name="view">Its face.</param>
    /// <param name="clock">True time.</param>
    public Station(Lot lot, FactoryHome home, StationOptions options, IStationView view, TimeProvider clock) =>
        (_lot, _home, _options, _view, _clock) = (lot, home, options, view, clock);

    /// <summary>Works until the lot is done, every port has had its token (<see cref="StationOptions.IsOnce"/>) or it is stopped.</summary>
    /// <param name="stop">Take no further token; those at hand are brought to an end.</param>
    /// <param name="cancel">Stop at once; the ledger stays right, and the next run brings units to an end.</param>
    public async Task<StationSummary> RunAsync(CancellationToken stop, CancellationToken cancel)
    {
        _ = _lot.Keys;
        ScrapNeverCommitted();
        var workers = new List<Task>();
        foreach (LinePort port in _options.Ports.DistinctBy(port => port.Name))
        {
            if (PortLock.TryTake(_home.PortLocks, port.Name) is { } portLock)
            {
                workers.Add(ServeAsync(port, portLock, stop, cancel));
            }
            else
            {
                _failedPorts++;
                _view.Show(new StationEvent(port.Name, StationEventKind.PortFailed, null, "another station is using this port"));
            }
        }

        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The summary tells what was left.
        }

        int interrupted = _options.Ports.Sum(port => _lot.Ledger.Unfinished(PortWorker.StationOf(port)).Count);
        return new StationSummary(_passed, _failed, _setAside, interrupted, _failedPorts);
    }

    private async Task ServeAsync(LinePort port, PortLock portLock, CancellationToken stop, CancellationToken cancel)
    {
        using (portLock)
        {
            await new PortWorker(_lot, _options, _clock, _view, port, Count).RunAsync(stop, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Units that a dead station left before their COMMIT could be sent are in no token: they are scrapped at once. Those of a live
    /// station are its own affair.
    /// </summary>
    private void ScrapNeverCommitted()
    {
        string machine = Environment.MachineName + " ";
        foreach (Unit unit in _lot.Ledger.Page(-1, int.MaxValue, UnitState.Writing).Where(unit => !unit.IsCommitIntended && unit.Station!.StartsWith(machine, StringComparison.Ordinal)))
        {
            string port = unit.Station![machine.Length..];
            using PortLock? isDead = PortLock.TryTake(_home.PortLocks, port);
            if (isDead is not null && _lot.Ledger.TryScrap(unit.Id, "interrupted before its commit", _options.Who, UnitState.Writing))
            {
                Count(new UnitOutcome(StationEventKind.Scrapped, unit.Id, ""));
                _view.Show(new StationEvent(port, StationEventKind.Scrapped, unit.Id, "scrapped by rule: interrupted before its commit"));
            }
        }
    }

    private void Count(UnitOutcome outcome)
    {
        lock (_lock)
        {
            _passed += outcome.Kind == StationEventKind.Passed ? 1 : 0;
            _failed += outcome.Kind is StationEventKind.Failed ? 1 : 0;
            _setAside += outcome.Kind == StationEventKind.SetAside ? 1 : 0;
            _failedPorts += outcome.Kind == StationEventKind.PortFailed ? 1 : 0;
        }
    }
}
