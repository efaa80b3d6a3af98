using System;
using System.Numerics;
using NanoBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Deep sleep: the firmware ends, and the next wake is a cold boot.</summary>
public partial class Sleep
{
    // EXT0 and EXT1 of the ESP32: 0, 2, 4, 12-15, 25-27, 32-39 (facts, 7).
    private const ulong WakeCapablePins = 0xFF_0E00_F015UL;

    /// <summary>Wakes the chip after a time, by its inexact oscillator.</summary>
    /// <returns>OK.</returns>
    public static EspNativeError EnableWakeupByTimer(TimeSpan time)
    {
        Boot boot = Boot.Call();
        ulong microseconds = (ulong)time.Ticks / 10;
        if (microseconds > long.MaxValue / 10)
        {
            return EspNativeError.INVALID_ARG;
        }

        boot.WakeSources.Timer = TimeSpan.FromTicks((long)microseconds * 10);
        return EspNativeError.OK;
    }

    /// <summary>Wakes the chip when a pin has a level (EXT0); at once if it has it already.</summary>
    /// <param name="pin">One pin; of several the highest counts. None changes nothing.</param>
    /// <param name="level">0 or 1.</param>
    /// <returns>INVALID_ARG when the pin cannot wake the chip.</returns>
    public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level)
    {
        Boot boot = Boot.Call();
        if (pin == WakeupGpioPin.None)
        {
            return EspNativeError.OK;
        }

        int number = BitOperations.Log2((ulong)pin);
        if (number >= 40 || (WakeCapablePins & (1UL << number)) == 0 || level is < 0 or > 1)
        {
            return EspNativeError.INVALID_ARG;
        }

        boot.WakeSources.Pin = number;
        boot.WakeSources.PinLevel = level;
        return EspNativeError.OK;
    }

    /// <summary>Wakes the chip by several pins (EXT1).</summary>
    /// <returns>INVALID_ARG when one of them cannot wake the chip.</returns>
    public static EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode)
    {
        Boot boot = Boot.Call();
        if (((ulong)pins & ~WakeCapablePins) != 0 || mode is not (WakeupMode.AllLow or WakeupMode.AnyHigh))
        {
            return EspNativeError.INVALID_ARG;
        }

        boot.WakeSources.Pins = pins;
        boot.WakeSources.PinsMode = mode;
        return EspNativeError.OK;
    }

    /// <summary>Ends the program. Nothing is disposed, no finally block has an effect, open files are not committed.</summary>
    public static void StartDeepSleep()
    {
        Boot boot = Boot.Call();
        boot.Board.EnterDeepSleep(boot);
        boot.ThrowIfDead();
    }

    /// <summary>What woke the chip.</summary>
    public static WakeupCause GetWakeupCause() => Boot.Call().Board.WakeCause;

    /// <summary>The pins of an EXT1 wake; none after an EXT0 wake, although a pin woke the chip.</summary>
    public static WakeupGpioPin GetWakeupGpioPin() => Boot.Call().Board.WakePins;
}
