using System;
using System.Linq;
using System.Numerics;
using NanoBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Deep sleep: the firmware ends, and the next wake is a cold boot.</summary>
public partial class Sleep
{
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
    /// <exception cref="NotSupportedException">An ESP32-C3.</exception>
    public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level)
    {
        Boot boot = CallWithPins();
        if (pin == WakeupGpioPin.None)
        {
            return EspNativeError.OK;
        }

        int number = BitOperations.Log2((ulong)pin);
        if (!boot.Board.Options.Chip.CanWake(number) || level is < 0 or > 1)
        {
            return EspNativeError.INVALID_ARG;
        }

        boot.WakeSources.Pin = number;
        boot.WakeSources.PinLevel = level;
        return EspNativeError.OK;
    }

    /// <summary>Wakes the chip by several pins (EXT1).</summary>
    /// <returns>INVALID_ARG when one of them cannot wake the chip.</returns>
    /// <exception cref="NotSupportedException">An ESP32-C3.</exception>
    public static EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode)
    {
        Boot boot = CallWithPins();
        bool canWake = Enumerable.Range(0, 64).All(pin => ((ulong)pins >> pin & 1) == 0 || boot.Board.Options.Chip.CanWake(pin));
        if (!canWake || mode is not (WakeupMode.AllLow or WakeupMode.AnyHigh))
        {
            return EspNativeError.INVALID_ARG;
        }

        boot.WakeSources.Pins = pins;
        boot.WakeSources.PinsMode = mode;
        return EspNativeError.OK;
    }

    private static Boot CallWithPins()
    {
        Boot boot = Boot.Call();
        return boot.Board.Options.Chip.HasPinWake ? boot : throw new NotSupportedException("No pin wakes this chip: its image has neither EXT0 nor EXT1.");
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
