namespace HwToken.Demo.Tray;

/// <summary>The tokens that the tray shows. Supplied by the program that has them; the tray knows no board and no firmware.</summary>
public interface ITrayTokens
{
    /// <summary>The tokens in their order.</summary>
    IReadOnlyList<ITrayToken> All { get; }
}

/// <summary>What the tray needs of a token.</summary>
public interface ITrayToken
{
    /// <summary>Its place; stays the same.</summary>
    string Place { get; }

    /// <summary>Its credential ID; null for a blank one.</summary>
    string? CredentialId { get; }

    /// <summary>Its display and its clock as they are now.</summary>
    TrayView Look();

    /// <summary>Presses and releases the button.</summary>
    void Press();

    /// <summary>Time passes for it; never backwards.</summary>
    /// <param name="span">How much.</param>
    void Skip(TimeSpan span);

    /// <summary>Its clock alone goes wrong.</summary>
    /// <param name="span">Forwards or backwards.</param>
    void SetClockOff(TimeSpan span);

    /// <summary>Its clock runs too fast or too slow.</summary>
    /// <param name="ppm">Parts per million; at most <see cref="DemoClock.MostPpm"/> either way.</param>
    void SetClockRate(double ppm);

    /// <summary>Makes a token with a clock anew with the same credential, at true time: it forgets the time steps that it has shown.</summary>
    void Renew();

    /// <summary>True time and true speed again.</summary>
    void SetRight();
}

/// <summary>A token at one moment.</summary>
/// <param name="Picture">Its display as an SVG element.</param>
/// <param name="Code">The code on it; empty when there is none.</param>
/// <param name="Clock">What its clock says; null when it has stopped or holds no valid time.</param>
/// <param name="ClockPpm">Error of its clock's rate, parts per million.</param>
/// <param name="NoCodeBefore">A token with a clock: when it gives its next code at the earliest; null for others.</param>
public sealed record TrayView(string Picture, string Code, DateTimeOffset? Clock, double ClockPpm, DateTimeOffset? NoCodeBefore);
