using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Records;

/// <summary>What was done and seen, in the words of scenarios.</summary>
public static class RecordWords
{
    /// <summary>The step of a press; its time is what the token needs to answer.</summary>
    public const string Press = "press: token";

    /// <summary>A span, to the tick.</summary>
    public static string Span(TimeSpan span) => FormattableString.Invariant($"{(decimal)span.Ticks / TimeSpan.TicksPerSecond:0.#######}s");

    /// <summary>The step of a hold.</summary>
    public static string Hold(TimeSpan length) => length == VirtualToken.PressLength ? Press : $"hold: {{ for: {Span(length)} }}";

    /// <summary>What a display shows; a code is only that: stories are told without secrets.</summary>
    public static string Seen(ScreenReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Content == ScreenContent.Code ? string.Join(" / ", reading.Lines.Prepend("a code")) : reading.Describe();
    }
}
