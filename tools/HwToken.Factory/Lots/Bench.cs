namespace HwToken.Factory.Lots;

/// <summary>Where and by whom lots are worked with.</summary>
/// <param name="Home">The factory: its registry, its keys.</param>
/// <param name="Clock">True time.</param>
/// <param name="Who">Operator, for the audit trail.</param>
public sealed record Bench(FactoryHome Home, TimeProvider Clock, string Who)
{
    /// <summary>When the program was committed: no right clock is earlier. Null: not known.</summary>
    public DateTimeOffset? ProgramDate { get; init; }

    /// <summary>A person has looked at the clock and says that it is right, whatever speaks against it.</summary>
    public bool IsClockRight { get; init; }
}
