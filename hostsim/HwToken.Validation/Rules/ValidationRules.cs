namespace HwToken.Validation.Rules;

/// <summary>Every number that the rules turn on, each with its reason. Checked when the service is made.</summary>
public sealed record ValidationRules
{
    /// <summary>Digits of the security codes of our own tokens; foreign ones have 6 to 8.</summary>
    public const int CodeDigits = 6;

    /// <summary>Consecutive failures that lock a credential. 10 as in the manuals; with a window of 11 codes that is 1.1e-4 odds for a guesser.</summary>
    public int MaxFailures { get; init; } = 10;

    /// <summary>HOTP: how many counters past the expected one a sign-in accepts (RFC 4226, 7.4). Default 10.</summary>
    public int LookAhead { get; init; } = 10;

    /// <summary>HOTP: how many counters past the expected one a resynchronisation searches. Two codes must fit, so it may be wide. Default 1000.</summary>
    public int ResyncLookAhead { get; init; } = 1000;

    /// <summary>TOTP: steps on either side of the predicted one that a sign-in accepts. 1: RFC 6238, 5.2 allows one step for delay.</summary>
    public int WindowSteps { get; init; } = 1;

    /// <summary>TOTP: most steps by which the window may grow, each side, when a token has long been idle. Default 9: at most 21 codes, so
    /// ten guesses have odds of 2.1e-4.</summary>
    public int MaxGrowthSteps { get; init; } = 9;

    /// <summary>TOTP: how far a resynchronisation searches on either side of the predicted clock when a password or the desk vouches for the person. Default 24 h.</summary>
    public TimeSpan ResyncWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>TOTP: how far the public reset searches on either side, in standard deviations of the doubt about the clock. Default 3.</summary>
    public double LikelySigmas { get; init; } = 3;

    /// <summary>TOTP: steps that the public reset searches at least, each side. Default 14: the five minutes of the manuals, and two because the older code of a pair is as old when both are typed.</summary>
    public int MinLikelySteps { get; init; } = 14;

    /// <summary>TOTP: steps that the public reset searches at most, each side, after years in a drawer. Default 60: half an hour.</summary>
    public int MaxLikelySteps { get; init; } = 60;

    /// <summary>TOTP: most steps between the two codes of a pair. A person waits out the hold-off of 30 s, types the first code, then presses again:
    /// one or two steps later as a rule. Default 4 (2 min).</summary>
    public int MaxPairGapSteps { get; init; } = 4;

    /// <summary>The numbers themselves when they fit together.</summary>
    /// <exception cref="ArgumentException">One is out of range.</exception>
    public ValidationRules Checked() =>
        MaxFailures is >= 1 and <= 100 && LookAhead is >= 0 and <= 100 && ResyncLookAhead >= LookAhead && ResyncLookAhead <= 10_000
        && WindowSteps is >= 0 and <= 20 && MaxGrowthSteps is >= 0 and <= 20 && MaxPairGapSteps is >= 1 and <= 20
        && LikelySigmas is >= 0 and <= 10 && MinLikelySteps is >= 0 and <= 100 && MaxLikelySteps >= MinLikelySteps && MaxLikelySteps <= 1000
        && ResyncWindow > TimeSpan.Zero && ResyncWindow <= TimeSpan.FromDays(7)
            ? this
            : throw new ArgumentException("The validation rules do not fit together: failures 1-100, look-ahead 0-100, resync look-ahead up to 10,000, windows up to 20 steps, resync window up to 7 days.");
}
