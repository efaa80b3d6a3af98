namespace HwToken.Testing;

/// <summary>
/// The time of a simulator's tokens, to be the system's under test as well. Follows true time at first; freezing, setting or advancing it gives it a time of its
/// own. It is one clock for all tests that share the simulator: those that move it far run one at a time. Only what it shows is its own: timers and time
/// stamps stay those of true time, so that nothing waits for a clock that stands. Safe for several threads.
/// </summary>
public abstract class OtpClock : TimeProvider
{
    /// <summary>Fastest rate, in seconds a true second.</summary>
    public const double MostRate = 3600;

    private protected OtpClock()
    {
    }

    /// <summary>It has a time of its own.</summary>
    public abstract bool IsVirtual { get; }

    /// <summary>Lets it stand at what it shows. Codes of TOTP tokens then move it step by step, and nobody waits for one.</summary>
    public abstract void Freeze();

    /// <summary>Sets it.</summary>
    /// <param name="moment">What it shows from now on: 2000 to 2199. Before what it showed: TOTP tokens wait until it has reached the steps that they have shown.</param>
    /// <param name="rate">Seconds a true second: 0 (it stands) to <see cref="MostRate"/>.</param>
    /// <exception cref="OtpException">Moment or rate are out of their limits.</exception>
    public abstract void SetTime(DateTimeOffset moment, double rate = 0);

    /// <summary>Moves it forward at once; one that followed true time is frozen before. Codes that are on their way get that much older.</summary>
    /// <param name="span">How far; more than zero.</param>
    /// <exception cref="OtpException">The span is not more than zero, or goes past the year 2199.</exception>
    public abstract void Advance(TimeSpan span);

    /// <summary>Follows true time again.</summary>
    public abstract void FollowTrueTime();

    private protected static OtpException OutOfLimits() => new(OtpFault.BadInput, "The clock takes moments from 2000 to 2199, rates from 0 to 3600, and moves forward only: to set it back, use SetTime.");
}
