namespace HwToken.Factory.Ledger;

/// <summary>How many units of a lot are in each state.</summary>
public sealed class UnitCounts
{
    private readonly Dictionary<UnitState, int> _counts;

    internal UnitCounts(Dictionary<UnitState, int> counts) => _counts = counts;

    /// <summary>Units in a state.</summary>
    public int this[UnitState state] => _counts.GetValueOrDefault(state);

    /// <summary>All units of the lot.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>Units that passed or still may: all but the scrapped ones.</summary>
    public int CanPass => Total - this[UnitState.Scrapped];

    /// <summary>Units that passed: verified, labelled or sealed.</summary>
    public int Passed => this[UnitState.Verified] + this[UnitState.Labelled] + this[UnitState.Sealed];
}
