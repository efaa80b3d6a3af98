namespace NanoBoard.Output;

/// <summary>Levels of some signals over time, written one after another.</summary>
/// <param name="at">When it begins, in ticks.</param>
internal abstract class Wave(long at)
{
    private readonly List<(long At, string Signal, char Value)> _changes = [];

    public IEnumerable<(long At, string Signal, char Value)> Changes => _changes;

    /// <summary>Where it stands, in ticks.</summary>
    public long At { get; private set; } = at;

    protected void Pass(long ticks) => At += ticks;

    protected void Put(string signal, bool isHigh) => _changes.Add((At, signal, isHigh ? '1' : '0'));
}
