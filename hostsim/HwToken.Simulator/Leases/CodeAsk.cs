namespace HwToken.Simulator.Leases;

/// <summary>How somebody wants the next code.</summary>
public sealed record CodeAsk
{
    /// <summary>True: the firmware runs, its button is pressed, and the code is read from the pixels; the hold-off holds. False: the code is computed.</summary>
    public bool IsPressed { get; init; }

    /// <summary>TOTP: no code in so much of the end of a time step, lest it is old when it arrives. Shorter than a step.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for the code on true time; zero: not at all. Longer than two steps of 30 s by default.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(65);
}
