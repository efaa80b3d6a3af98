using HwToken.Scenarios.Reading;
using NanoBoard;
using NanoBoard.Chips;

namespace HwToken.Scenarios.Playing;

/// <summary>What can go wrong with a board.</summary>
internal static class StoryFaults
{
    public static void Switch(VirtualBoard board, ScenarioNode step)
    {
        bool on = step["on"]!.IsTrue;
        switch (step["name"]!.Text)
        {
            case "panelMissing":
                board.Panel.IsConnected = !on;
                break;
            case "buttonStuck":
                board.Button.Held = on;
                break;
            case "writesFail":
                board.Flash.FailWrites = on;
                break;
            case "busStuck":
                board.Faults.I2cBusStuck = on;
                break;
            case "rtcStopped" when on:
                board.Rtc.Stop();
                break;
            case "rtcStopped":
                board.Rtc.Resume();
                break;
            case "batteryLost" when on:
                board.Rtc.LoseBattery();
                break;
            default:
                board.Rtc.ReplaceBattery();
                break;
        }
    }

    /// <summary>The power goes at the n-th flash operation from now on.</summary>
    public static void Cut(VirtualBoard board, ScenarioNode step) =>
        board.Faults.CutPowerAtFlashOperation(board.Flash.Operations + step["at"]!.Whole, Enum.Parse<CutMode>(step["mode"]?.Text ?? "before", ignoreCase: true));

    /// <summary>The n-th call of the platform from now on fails.</summary>
    public static void Throw(VirtualBoard board, ScenarioNode step) => board.Faults.FailApiCall(board.Counters.ApiCalls + step["at"]!.Whole);

    public static void Drift(VirtualBoard board, ScenarioNode step)
    {
        if (step["by"] is { } by)
        {
            board.Rtc.Jump(by.Span);
        }

        if (step["ppm"] is { } ppm)
        {
            board.Rtc.Ppm = (double)ppm.Number!.Value;
        }
    }

    public static void SetClock(VirtualBoard board) => board.Rtc.SetTime(board.Now);

    public static void ChangeFlash(FlashVolume flash, ScenarioNode step)
    {
        foreach (string name in step["remove"]?.Texts ?? [])
        {
            Demand(flash.DeleteFile(name), flash, step, name);
        }

        foreach (string name in step["damage"]?.Texts ?? [])
        {
            Demand(flash.ReadFile(name) is { Length: > 0 }, flash, step, name);
            flash.Corrupt(name, 0);
        }

        if (step["write"] is { } write)
        {
            flash.WriteFile(write["file"]!.Text, System.Text.Encoding.ASCII.GetBytes(string.Concat(write["lines"]!.Texts.Select(line => line + "\n"))));
        }
    }

    private static void Demand(bool isThere, FlashVolume flash, ScenarioNode step, string name)
    {
        if (!isThere)
        {
            throw step.Wrong($"there is no file '{name}' in flash; there are {string.Join(", ", flash.Names)}");
        }
    }
}
