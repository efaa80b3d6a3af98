namespace HwToken.Validation.Rules;

/// <summary>
/// How long after a token first showed a TOTP code the code may still be accepted, at the longest, in seconds. For a token whose clock is where
/// the service last found it with a password behind it; a clock that is off by so many seconds shifts the life by as much. HOTP codes have no
/// clock: they live until they, or a later one, are used.
/// </summary>
public static class CodeLife
{
    /// <summary>Sign-in and token test: the window, at its widest after long idleness, and the step itself.</summary>
    public static long SignIn(int periodSeconds, ValidationRules rules) => (rules.WindowSteps + rules.MaxGrowthSteps + 1L) * periodSeconds;

    /// <summary>The older code of a pair at the public reset.</summary>
    public static long PublicReset(int periodSeconds, ValidationRules rules) => (rules.MaxLikelySteps + 1L) * periodSeconds;

    /// <summary>A third code, noted together with a pair that the public reset took.</summary>
    public static long SignInAfterPublicReset(int periodSeconds, ValidationRules rules) => PublicReset(periodSeconds, rules) + SignIn(periodSeconds, rules);

    /// <summary>The older code of a pair behind a password or at the desk.</summary>
    public static long VouchedReset(int periodSeconds, ValidationRules rules) => (long)rules.ResyncWindow.TotalSeconds + periodSeconds;
}
