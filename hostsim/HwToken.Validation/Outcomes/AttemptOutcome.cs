namespace HwToken.Validation.Outcomes;

/// <summary>What became of an attempt with one code or two: <see cref="Accepted"/>, <see cref="Rejected"/> or <see cref="Closed"/>.</summary>
public abstract record AttemptOutcome
{
    private AttemptOutcome()
    {
    }

    /// <summary>The code was right and is used up.</summary>
    /// <param name="MovingFactor">Counter or step that matched (the second one of a pair).</param>
    /// <param name="DriftSeconds">Learned offset of the token's clock; 0 for HOTP.</param>
    /// <param name="DriftRatePpm">Learned rate; 0 for HOTP.</param>
    public sealed record Accepted(long MovingFactor, double DriftSeconds, double DriftRatePpm) : AttemptOutcome;

    /// <summary>Refused.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Digits">How many digits a code of this token has, when it was not that many; else 0. Not for whoever nobody vouches for.</param>
    /// <param name="TriesLeft">Wrong codes that may still follow before the lock, where this one counted; else null. Not for whoever nobody vouches for.</param>
    public sealed record Rejected(RejectReason Reason, int Digits = 0, int? TriesLeft = null) : AttemptOutcome;

    /// <summary>The public pages are closed for this ID, whether it exists or not: nothing was compared.</summary>
    /// <param name="Until">When they open again.</param>
    public sealed record Closed(DateTimeOffset Until) : AttemptOutcome;
}
