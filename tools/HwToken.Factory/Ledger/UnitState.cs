namespace HwToken.Factory.Ledger;

/// <summary>How far a unit has come. The numbers stand in the ledger: never renumber.</summary>
public enum UnitState
{
    /// <summary>Its credential exists; no token has seen it.</summary>
    Reserved = 0,

    /// <summary>A station has taken it and may have touched a token. It is never given to another token.</summary>
    Writing = 1,

    /// <summary>A token has committed it.</summary>
    Written = 2,

    /// <summary>The token passed every check.</summary>
    Verified = 3,

    /// <summary>Its label was made.</summary>
    Labelled = 4,

    /// <summary>It stands in a sealed seed file.</summary>
    Sealed = 5,

    /// <summary>Given up, with a reason. Final.</summary>
    Scrapped = 9,
}
