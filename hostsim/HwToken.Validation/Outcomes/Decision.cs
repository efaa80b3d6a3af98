using HwToken.Validation.Rules;

namespace HwToken.Validation.Outcomes;

/// <summary>What the rules say to an attempt, before the database has the last word.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Take the code if nobody was faster.</summary>
    /// <param name="First">Lowest factor that is used up: the database must not have passed it.</param>
    /// <param name="Last">Highest factor that is used up.</param>
    /// <param name="Drift">The clock as learned.</param>
    /// <param name="PublicShift">See <see cref="Credential.PublicShift"/>.</param>
    /// <param name="PublicShiftAt">See <see cref="Credential.PublicShiftAt"/>.</param>
    public sealed record Accept(long First, long Last, DriftModel Drift, double PublicShift, long PublicShiftAt) : Decision;

    /// <summary>Refuse; the failure stays counted.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Reject(RejectReason Reason) : Decision;
}
