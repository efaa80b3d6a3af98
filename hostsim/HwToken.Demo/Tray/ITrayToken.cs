namespace HwToken.Demo.Tray;

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

    /// <summary>True time and true speed again.</summary>
    void SetRight();
}
