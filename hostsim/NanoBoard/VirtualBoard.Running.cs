using NanoBoard.Events;
using NanoBoard.Running;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard;

/// <content>Moving time, and the hand-off between host and firmware.</content>
public sealed partial class VirtualBoard
{
    private IFirmwareRun? _run;
    private bool _isAdvancing;
    private long _accountedTicks;

    /// <summary>How far the firmware may run; it parks there, mid-call.</summary>
    internal long HorizonTicks { get; private set; }

    /// <summary>The run in progress; null while the chip boots, sleeps, hangs or is off.</summary>
    internal Boot? Boot { get; private set; }

    private bool IsFirmwareThread => ReferenceEquals(Boot.CurrentOrNull?.Board, this);

    /// <summary>Lets time pass.</summary>
    /// <param name="duration">How much, not negative.</param>
    public void Advance(TimeSpan duration) => AdvanceTo(Now + duration);

    /// <summary>Lets time pass until a moment. All that is due up to and at it happens.</summary>
    /// <param name="to">Not before <see cref="Now"/>.</param>
    /// <exception cref="TimeoutException">The firmware computes for ever without a board call.</exception>
    public void AdvanceTo(DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, Now);
        if (_isAdvancing)
        {
            throw new InvalidOperationException("Time is moving already: an event or the firmware itself cannot advance it.");
        }

        _isAdvancing = true;
        try
        {
            HorizonTicks = to.UtcTicks;
            while (RunFirmware() || Timeline.RunNext(HorizonTicks))
            {
            }

            Timeline.MoveTo(HorizonTicks);
        }
        finally
        {
            _isAdvancing = false;
            AccountTime();
        }

        ThrowSubscriberFault();
    }

    internal void Park() => _run!.Park();

    internal void AbandonFirmware() => _run!.Abandon();

    internal void HangIfAlive(Boot boot, string reason, Exception? e)
    {
        if (boot.IsDead)
        {
            return;
        }

        boot.Kill();
        Boot = null;
        Change(BoardState.Hung);
        HungBecause = reason;
        FirmwareException = e;
        Raise(new FirmwareHung(Now, reason));
    }

    /// <summary>Runs the firmware until it parks at the horizon or ends.</summary>
    /// <returns>True when it ended and time may go on without it.</returns>
    private bool RunFirmware()
    {
        if (_run is null || !_run.Run(() => Counters.ApiCalls))
        {
            return false;
        }

        _run = null;
        return true;
    }

    private void StartFirmware(WakeupCause cause)
    {
        Flash.Mount();
        var boot = new Boot(this, _bootedTicks);
        Boot = boot;
        Raise(new FirmwareStarted(Now, cause));
        if (boot.IsDead)
        {
            return;
        }

        _run = Options.OnCallersStack ? new CallersStack(boot, _firmwareMain) : FirmwareThread.Rent(() => boot.Execute(_firmwareMain));
    }

    /// <summary>Ends the run, if any: nothing it still does has an effect.</summary>
    private void StopFirmware()
    {
        Boot? boot = Boot;
        Boot = null;
        boot?.Kill();
        if (_run is not null && !IsFirmwareThread)
        {
            RunFirmware();
        }
    }

    private void Change(BoardState state)
    {
        AccountTime();
        State = state;
        HungBecause = null;
        FirmwareException = null;
    }

    /// <summary>Books the time since the last call on what chip and panel have been since then. Comes before either changes.</summary>
    internal void AccountTime()
    {
        var passed = TimeSpan.FromTicks(Timeline.NowTicks - _accountedTicks);
        _accountedTicks = Timeline.NowTicks;
        Counters.AwakeTime += State is BoardState.Awake or BoardState.Hung ? passed : TimeSpan.Zero;
        Counters.LitTime += Panel.IsLit ? passed : TimeSpan.Zero;
        Counters.LitAsleepTime += Panel.IsLit && State == BoardState.Asleep ? passed : TimeSpan.Zero;
    }
}
