using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>Decides what becomes of a token that answers as locked, and of units that an interruption left behind.</summary>
internal sealed class FoundToken(Lot lot, StationOptions options, UnitChecker checker, string station)
{
    /// <summary>
    /// A blank token answers on a port that was interrupted. What was being written there is scrapped: whether this is the same token
    /// cannot be told, and a unit that one token has seen is never offered to another.
    /// </summary>
    /// <returns>IDs that were scrapped.</returns>
    public IReadOnlyList<string> ScrapInterrupted() =>
        [.. lot.Ledger.Unfinished(station)
            .Where(unit => unit.State == UnitState.Writing && lot.Ledger.TryScrap(unit.Id, "interrupted while it was written; the token did not hold it afterwards", options.Who, UnitState.Writing))
            .Select(unit => unit.Id)];

    /// <summary>A locked token.</summary>
    public async Task<UnitOutcome> ResolveAsync(ProvisioningClient client, string id, string firmware, CancellationToken cancel)
    {
        if (lot.Ledger.Find(id) is not { } unit)
        {
            return new UnitOutcome(StationEventKind.SetAside, id, "locked already, with a credential that is not of this lot");
        }

        switch (unit.State)
        {
            case UnitState.Reserved:
                // The ledger must be older than this token: the unit may never be written again.
                lot.Ledger.TryScrap(id, "found in a token although the ledger never wrote it", options.Who, UnitState.Reserved);
                return new UnitOutcome(StationEventKind.SetAside, id, "holds a credential that the ledger never wrote. Was an old ledger restored? Stop, and ask who keeps the backups");
            case UnitState.Writing when !unit.IsCommitIntended:
                return new UnitOutcome(StationEventKind.SetAside, id, "holds a credential whose commit the ledger never allowed. Was an old ledger restored?");
            case UnitState.Writing:
                lot.Ledger.TryMove(id, UnitState.Writing, UnitState.Written, options.Who);
                goto case UnitState.Written;
            case UnitState.Written:
                return await checker.CheckAsync(client, unit, firmware, isFound: true, cancel).ConfigureAwait(false);
            case UnitState.Scrapped:
                return await checker.TryEraseAsync(client, id, cancel).ConfigureAwait(false)
                    ? new UnitOutcome(StationEventKind.Step, id, "held a scrapped unit; erased")
                    : new UnitOutcome(StationEventKind.SetAside, id, "holds a scrapped unit and could not be erased");
            default:
                return await checker.FindWrongClockAsync(client, id, cancel).ConfigureAwait(false) is { } wrong
                    ? new UnitOutcome(StationEventKind.SetAside, id, $"was done before ({unit.State.Word()}), and {wrong}")
                    : new UnitOutcome(StationEventKind.PassedBefore, id, $"was done before ({unit.State.Word()})");
        }
    }
}
