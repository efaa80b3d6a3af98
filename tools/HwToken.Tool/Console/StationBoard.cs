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
    private int _setAside;

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

        if (happened.Kind == StationEventKind.Failed)
        {
            Interlocked.Increment(ref _failed);
        }

        if (happened.Kind == StationEventKind.SetAside)
        {
            Interlocked.Increment(ref _setAside);
        }

        if (happened.Kind is StationEventKind.Passed or StationEventKind.Failed or StationEventKind.SetAside)
        {
            LastVerdict = happened;
        }
    }

    /// <summary>The whole lot, whoever works at it: done, and how many can still pass.</summary>
    public string Progress()
    {
        UnitCounts counts = lot.Ledger.Counts();
        int shortage = Math.Max(0, lot.Wanted - counts.CanPass);
        string lacking = shortage > 0 ? string.Create(CultureInfo.InvariantCulture, $", {shortage} short") : "";
        return string.Create(CultureInfo.InvariantCulture, $"done {counts.Passed} of {lot.Wanted}, remaining {counts.CanPass - counts.Passed}{lacking}");
    }

    /// <summary>What this run has come to so far.</summary>
    public string Pace()
    {
        double hours = clock.GetElapsedTime(_begin).TotalHours;
        double rate = hours > 0 ? _passed / hours : 0;
        string aside = _setAside > 0 ? string.Create(CultureInfo.InvariantCulture, $", {_setAside} set aside") : "";
        return string.Create(CultureInfo.InvariantCulture, $"here {_passed} passed, {_failed} failed{aside}, {rate:0} units/h");
    }

    /// <summary>What the run came to, and below it the lot: lines that fit 80 columns.</summary>
    public IEnumerable<string> Summary(StationSummary summary, bool isStopped)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{summary.Passed} passed, {summary.Failed} failed, {summary.SetAside} set aside, {summary.Interrupted} interrupted, {summary.FailedPorts} ports failed.");
        if (isStopped)
        {
            yield return "Stopped on request.";
        }

        yield return $"Lot {lot.Definition.LotId}: {Progress()}.";
    }
}
