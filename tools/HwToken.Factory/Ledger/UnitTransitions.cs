namespace HwToken.Factory.Ledger;

/// <summary>reserved → writing → written → verified → labelled → sealed; scrapped from any; nothing else.</summary>
public static class UnitTransitions
{
    /// <summary>The one rule. The ledger's own trigger says the same, so that no other program can break it by accident.</summary>
    public static bool IsAllowed(UnitState from, UnitState to) =>
        from != UnitState.Scrapped && (to == UnitState.Scrapped || (to <= UnitState.Sealed && (int)to == (int)from + 1));

    /// <summary>The word for a state in audit, tables and messages.</summary>
    public static string Word(this UnitState state) => state switch
    {
        UnitState.Reserved => "reserved",
        UnitState.Writing => "writing",
        UnitState.Written => "written",
        UnitState.Verified => "verified",
        UnitState.Labelled => "labelled",
        UnitState.Sealed => "sealed",
        _ => "scrapped",
    };
}
