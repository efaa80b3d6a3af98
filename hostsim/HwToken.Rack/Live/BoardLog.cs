using System.Globalization;
using NanoBoard.Events;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace HwToken.Rack.Live;

/// <summary>Writes what happens on a board into the log.</summary>
internal static class BoardLog
{
    /// <summary>Adds a line for an event that a person wants to see.</summary>
    public static void Add(TokenLog log, BoardEvent happened)
    {
        switch (happened)
        {
            case ChipWoke woke:
                log.Add(woke.At, "wake", woke.Cause == WakeupCause.Timer ? "wokeTimer" : "wokeButton");
                break;
            case FirmwareStarted { Cause: WakeupCause.Undefined } started:
                log.Add(started.At, "wake", "started");
                break;
            case FellAsleep { Plan.Timer: { } timer } asleep:
                log.Add(asleep.At, "wake", "sleepTimer", ("seconds", timer.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
                break;
            case FellAsleep asleep:
                log.Add(asleep.At, "wake", "sleep");
                break;
            case FirmwareHung hung:
                log.Add(hung.At, "wake", "hung", ("reason", hung.Reason));
                break;
            case FlashChanged flash:
                log.Add(flash.At, "flash", "flash", ("number", Text(flash.Operation.Number)), ("kind", Text(flash.Operation.Kind)), ("name", flash.Operation.Name), ("bytes", Text(flash.Operation.Length)));
                break;
            case FlashFormatted formatted:
                log.Add(formatted.At, "flash", "formatted");
                break;
            case ButtonChanged button:
                log.Add(button.At, "other", button.Down ? "down" : "up");
                break;
            case PowerConnected on:
                log.Add(on.At, "other", "powerOn");
                break;
            case PowerLost off:
                log.Add(off.At, "other", "powerOff");
                break;
            case ChipReset reset:
                log.Add(reset.At, "other", "reset");
                break;
            case Misused misused:
                log.Add(misused.At, "other", "misuse", ("what", misused.What));
                break;
            case HandlerFailed failed:
                log.Add(failed.At, "other", "misuse", ("what", failed.Reason));
                break;
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture).ToLowerInvariant();
}
