namespace HwToken.Testing.Playwright;

/// <summary>How a code is typed.</summary>
public sealed record OtpFillOptions
{
    /// <summary>True: the button is pressed and the code read from the display's pixels (<see cref="OtpToken.PressAsync"/>), hold-off and all.</summary>
    public bool Pressed { get; init; }

    /// <summary>True: Enter is pressed in the last field, which sends the form.</summary>
    public bool Enter { get; init; }

    /// <summary>How long to wait for the field; null: Playwright's own limit (30 s).</summary>
    public TimeSpan? Timeout { get; init; }
}
