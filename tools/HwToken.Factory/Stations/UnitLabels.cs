using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Stations;

/// <summary>Labels units that passed. The label is part of passing: a printer that fails leaves the unit verified, and says so.</summary>
internal sealed class UnitLabels(Lot lot, StationOptions options, Action<string?, StationStep> step)
{
    public async Task<UnitOutcome> LabelAsync(UnitOutcome outcome, CancellationToken cancel)
    {
        bool isWanted = options.Label is not null && outcome.Id is not null && outcome.Kind is StationEventKind.Passed or StationEventKind.PassedBefore
            && lot.Ledger.Find(outcome.Id)?.State == UnitState.Verified;
        if (!isWanted)
        {
            return outcome;
        }

        step(outcome.Id, StationStep.MakingLabel);
        try
        {
            await options.Label!(outcome.Id!, cancel).ConfigureAwait(false);
            lot.Ledger.TryMove(outcome.Id!, UnitState.Verified, UnitState.Labelled, options.Who);
            return outcome;
        }
        catch (Exception e) when (e is FactoryException or IOException or UnauthorizedAccessException)
        {
            return outcome with { Message = $"{outcome.Message}; no label: {e.Message} Print it later: hwtoken label" };
        }
    }
}
