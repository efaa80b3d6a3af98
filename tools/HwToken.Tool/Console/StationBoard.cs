using System.Collections.Concurrent;
using System.Globalization;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;

namespace HwToken.Tool.Console;

/// <summary>What a station has done so far, for whoever shows it.</summary>
internal sealed class StationBoard(Lot lot, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, StationEvent> _ports = new();
    private readonly long _begin = clock.GetTimestamp();
    private int _passed;
    private int _failed;

    /// <summary>The last thing that happened at each port.</summary>
    public IEnumerable<StationEvent> Ports => _ports.Values.OrderBy(happened => happened.Port, StringComparer.Ordinal);

    /// <summary>The last verdict; null before the first.</summary>
    public StationEvent? LastVerdict { get; private set; }

    public void Add(StationEvent happened)
    {
        _ports[happened.Port] = happened;
        if (happened.Kind == StationEventKind.Passed)
        {
            Interlocked.Increment(ref _passed);
        }

        if (happened.Kind is StationEventKind.Failed or StationEventKind.SetAside)
        {
            Interlocked.Increment(ref _failed);
        }

        if (happened.Kind is StationEventKind.Passed or StationEventKind.Failed or StationEventKind.SetAside)
        {
            LastVerdict = happened;
        }
    }

    public string Progress()
    {
        UnitCounts counts = lot.Ledger.Counts();
        double hours = clock.GetElapsedTime(_begin).TotalHours;
        double rate = hours > 0 ? _passed / hours : 0;
        return string.Create(CultureInfo.InvariantCulture, $"done {counts.Passed} of {lot.Wanted}, failed {_failed}, remaining {counts[UnitState.Reserved]}, {rate:0} units/h");
    }

    public string Summary(StationSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Passed} passed, {summary.Failed} failed, {summary.SetAside} set aside, {summary.Interrupted} interrupted, {summary.FailedPorts} ports failed; lot: {Progress()}.");
}
