using System.Globalization;
using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>A board's events in words, for logs and timelines.</summary>
public static class EventWords
{
    /// <summary>What happened, in one or two words, and what belongs to it; null: nothing does.</summary>
    /// <param name="happened">The event.</param>
    public static (string What, string? Detail) Of(BoardEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened switch
        {
            PowerConnected => ("power", "on"),
            PowerLost => ("power", "off"),
            ChipReset => ("reset", null),
            ChipWoke woke => ("woke", woke.Cause.ToString()),
            FirmwareStarted started => ("firmware", started.Cause.ToString()),
            FirmwareHung hung => ("hung", hung.Reason),
            HandlerFailed failed => ("handler failed", failed.Reason),
            ThreadDied died => ("thread died", died.Reason),
            TextPrinted printed => ("text", printed.Text),
            Misused misused => ("misuse", misused.What),
            FellAsleep asleep => ("asleep", Plan(asleep.Plan)),
            ButtonChanged button => ("button", button.Down ? "down" : "up"),
            PanelSwitched panel => ("panel", panel.On ? "on" : "off"),
            FlashChanged flash => ("flash", string.Create(CultureInfo.InvariantCulture, $"{flash.Operation.Number} {flash.Operation.Kind} {flash.Operation.Name} {flash.Operation.Length}")),
            FlashFormatted => ("flash", "formatted"),
            _ => (happened.GetType().Name, null),
        };
    }

    /// <summary>What will wake the chip: a time, pins; null: nothing but a reset.</summary>
    private static string? Plan(SleepPlan plan)
    {
        var sources = new List<string>();
        if (plan.Timer is { } timer)
        {
            sources.Add(string.Create(CultureInfo.InvariantCulture, $"timer {timer.TotalSeconds:0.000} s"));
        }

        if (plan.Pin is { } pin)
        {
            sources.Add(string.Create(CultureInfo.InvariantCulture, $"pin {pin} {(plan.PinLevel == 0 ? "low" : "high")}"));
        }

        if (plan.Pins != 0)
        {
            sources.Add(string.Create(CultureInfo.InvariantCulture, $"pins 0x{(ulong)plan.Pins:X} {plan.PinsMode}"));
        }

        return sources.Count == 0 ? null : string.Join(", ", sources);
    }
}
