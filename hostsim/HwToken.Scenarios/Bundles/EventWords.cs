using System.Globalization;
using NanoBoard.Events;

namespace HwToken.Scenarios.Bundles;

/// <summary>A board's events in the words of a timeline.</summary>
internal static class EventWords
{
    /// <summary>What happened, and what belongs to it; null: nothing that a reader of a timeline wants.</summary>
    public static (string What, string? Detail)? Of(BoardEvent happened) => happened switch
    {
        PowerConnected => ("power", "on"),
        PowerLost => ("power", "off"),
        ChipReset => ("reset", null),
        ChipWoke woke => ("woke", woke.Cause.ToString()),
        FirmwareStarted started => ("firmware", started.Cause.ToString()),
        FirmwareHung hung => ("hung", hung.Reason),
        HandlerFailed failed => ("misuse", failed.Reason),
        Misused misused => ("misuse", misused.What),
        FellAsleep asleep => ("asleep", asleep.Plan.Timer is { } timer ? string.Create(CultureInfo.InvariantCulture, $"timer {timer.TotalSeconds:0.000} s") : null),
        ButtonChanged button => ("button", button.Down ? "down" : "up"),
        PanelSwitched panel => ("panel", panel.On ? "on" : "off"),
        FlashChanged flash => ("flash", string.Create(CultureInfo.InvariantCulture, $"{flash.Operation.Number} {flash.Operation.Kind} {flash.Operation.Name} {flash.Operation.Length}")),
        FlashFormatted => ("flash", "formatted"),
        _ => null,
    };
}
