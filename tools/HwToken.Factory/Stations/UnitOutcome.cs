namespace HwToken.Factory.Stations;

/// <summary>How the work on one token ended.</summary>
/// <param name="Kind">Passed, Failed, SetAside, Interrupted, PassedBefore, or Step: look at the token again.</param>
/// <param name="Id">Credential ID, or null.</param>
/// <param name="Message">In plain words.</param>
internal sealed record UnitOutcome(StationEventKind Kind, string? Id, string Message)
{
    /// <summary>No unit is left to write.</summary>
    public static readonly UnitOutcome LotIsDone = new(StationEventKind.Waiting, null, "the lot has no unit left");
}
