using NanoBoard.Chips;
using NanoBoard.Events;
using NanoBoard.Running;
using NanoBoard.Time;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard;

/// <content>Power, reset, deep sleep and wake.</content>
public sealed partial class VirtualBoard
{
    private SleepPlan? _sleepPlan;
    private TimelineEvent? _planned;
    private long _bootedTicks;

    /// <summary>What the firmware will read as the cause of its wake.</summary>
    internal WakeupCause WakeCause { get; private set; }

    /// <summary>The EXT1 status: pins that woke the chip together. Empty after an EXT0 wake.</summary>
    internal WakeupGpioPin WakePins { get; private set; }

    /// <summary>Gives the board power. Does nothing when it has power.</summary>
    public void ConnectPower()
    {
        if (State != BoardState.Off)
        {
            return;
        }

        PowerParts(true);
        SystemClock.Restart();
        BeginBoot(WakeupCause.Undefined);
        Raise(new PowerConnected(Now));
    }

    /// <summary>
    /// Takes the power away, also in the middle of a firmware call: what is not durable is lost. May be called from an event.
    /// </summary>
    public void CutPower()
    {
        if (State == BoardState.Off)
        {
            return;
        }

        StopChip();
        Change(BoardState.Off);

        // Raised while the last picture still stands, so that handlers can read what a person saw last.
        Raise(new PowerLost(Now));
        PowerParts(false);
    }

    /// <summary>The EN button: the chip restarts and forgets its calendar; panel and clock chip keep their power.</summary>
    public void Reset()
    {
        if (State == BoardState.Off)
        {
            return;
        }

        StopChip();
        SystemClock.Restart();
        BeginBoot(WakeupCause.Undefined);
        Raise(new ChipReset(Now));
    }

    /// <summary>The firmware's StartDeepSleep: ends the run without closing anything.</summary>
    internal void EnterDeepSleep(Boot boot)
    {
        SleepPlan plan = boot.WakeSources.ToPlan();
        Boot = null;
        boot.Kill();
        Change(BoardState.Asleep);
        ChipLetGo();
        SystemClock.FallAsleep();
        _sleepPlan = plan;
        if (plan.Timer is { } timer)
        {
            long at = Timeline.NowTicks + SystemClock.TrueDuration(timer.Ticks);
            _planned = Timeline.ScheduleTicks(at, () => Wake(WakeupCause.Timer, WakeupGpioPin.None));
        }

        Raise(new FellAsleep(Now, plan));
        CheckPinWake();
    }

    /// <summary>The firmware asks for a restart: ends the run without closing anything. The calendar goes on.</summary>
    internal void Restart(Boot boot)
    {
        Boot = null;
        boot.Kill();
        Uart.ChipStopped();
        ChipLetGo();
        BeginBoot(WakeupCause.Undefined);
        Raise(new ChipReset(Now));
    }

    /// <summary>A line that can wake the chip has changed, or was armed.</summary>
    internal void CheckPinWake()
    {
        if (State != BoardState.Asleep || _sleepPlan is not { } plan)
        {
            return;
        }

        if (plan.Pin is { } pin && LevelOf(pin) == (plan.PinLevel != 0))
        {
            Wake(WakeupCause.Ext0, WakeupGpioPin.None);
            return;
        }

        WakeupGpioPin waking = WakingPins(plan);
        if (waking != WakeupGpioPin.None)
        {
            Wake(WakeupCause.Ext1, waking);
        }
    }

    /// <summary>The level of a line seen from outside the chip.</summary>
    internal bool LevelOf(int pin) => Lines[pin].Level;

    private WakeupGpioPin WakingPins(SleepPlan plan)
    {
        var high = WakeupGpioPin.None;
        for (int pin = 0; pin < 40; pin++)
        {
            var bit = (WakeupGpioPin)(1UL << pin);
            if ((plan.Pins & bit) != 0 && LevelOf(pin))
            {
                high |= bit;
            }
        }

        if (plan.PinsMode == WakeupMode.AnyHigh)
        {
            return high;
        }

        WakeupGpioPin low = plan.Pins & ~high;
        return low == plan.Pins || Options.Chip.WakesAtAnyLow ? low : WakeupGpioPin.None;
    }

    private void Wake(WakeupCause cause, WakeupGpioPin pins)
    {
        _planned?.Cancel();
        _sleepPlan = null;
        SystemClock.WakeUp();
        Counters.Wakes++;
        BeginBoot(cause);
        WakePins = pins;
        Raise(new ChipWoke(Now, cause));
    }

    private void BeginBoot(WakeupCause cause)
    {
        Change(BoardState.Awake);
        Counters.Boots++;
        WakeCause = cause;
        WakePins = WakeupGpioPin.None;
        _bootedTicks = Timeline.NowTicks;
        _planned = Timeline.Schedule(Options.BootTime, () => StartFirmware(cause));
    }

    private void StopChip()
    {
        _planned?.Cancel();
        _sleepPlan = null;
        SystemClock.WakeUp();
        Uart.ChipStopped();
        StopFirmware();
        ChipLetGo();
    }

    private void PowerParts(bool isOn)
    {
        ((II2cTarget)Panel).PowerChanged(isOn);
        Rtc.BoardPowerChanged(isOn);
        I2c.PowerChanged(isOn);
    }

    /// <summary>No program: nothing at the pins is driven any longer.</summary>
    private void ChipLetGo()
    {
        Pwm.StopAll();
        Lines.ChipLetGo();
    }
}
