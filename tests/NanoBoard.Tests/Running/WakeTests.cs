using NanoBoard.Events;
using nanoFramework.Hardware.Esp32;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Tests.Running;

public sealed class WakeTests
{
    private readonly List<WakeupCause> _causes = [];

    [Fact]
    public void Power_on_and_reset_have_no_wake_cause()
    {
        using Rig rig = Sleeper(() => { });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.Reset();
        rig.Run(Rig.Second);
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Undefined], _causes);
    }

    [Fact]
    public void The_timer_wakes_and_says_so()
    {
        using Rig rig = Sleeper(() => EnableWakeupByTimer(TimeSpan.FromSeconds(30)));
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(100));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Timer, WakeupCause.Timer, WakeupCause.Timer], _causes);
        Assert.Equal(3, rig.Board.Counters.Wakes);
        ChipWoke first = rig.Events<ChipWoke>().First();
        FellAsleep slept = rig.Events<FellAsleep>().First();
        Assert.Equal(slept.At.AddSeconds(30), first.At);
        Assert.Equal(TimeSpan.FromSeconds(30), slept.Plan.Timer);
    }

    [Fact]
    public void The_button_wakes_at_its_first_edge_and_the_extended_status_stays_empty()
    {
        var pins = new List<WakeupGpioPin>();
        using Rig rig = Sleeper(() =>
        {
            pins.Add(GetWakeupGpioPin());
            EnableWakeupByPin(WakeupGpioPin.Pin27, 0);
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(1));
        DateTimeOffset pressed = rig.Board.Now;
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(200));
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Ext0], _causes);
        Assert.Equal(pressed, rig.Events<ChipWoke>().Single().At);
        Assert.Equal([WakeupGpioPin.None, WakeupGpioPin.None], pins);
    }

    [Fact]
    public void Whichever_comes_first_wakes_and_the_other_does_not_wake_again()
    {
        using Rig rig = Sleeper(() =>
        {
            EnableWakeupByPin(WakeupGpioPin.Pin27, 0);
            if (_causes.Count == 1)
            {
                EnableWakeupByTimer(TimeSpan.FromSeconds(30));
            }
        });
        rig.Board.ConnectPower();
        rig.Board.Button.PressAt(rig.Board.Now.AddSeconds(10), TimeSpan.FromMilliseconds(100));
        rig.Run(TimeSpan.FromMinutes(5));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Ext0], _causes);
    }

    [Fact]
    public void A_level_that_is_there_already_wakes_at_once()
    {
        using Rig rig = Sleeper(() => EnableWakeupByPin(WakeupGpioPin.Pin27, 0));
        rig.Board.ConnectPower();
        rig.Board.Button.Down();
        rig.Run(TimeSpan.FromSeconds(3));
        Assert.InRange(_causes.Count, 4, 5);
        Assert.All(_causes.Skip(1), cause => Assert.Equal(WakeupCause.Ext0, cause));
    }

    [Fact]
    public void The_release_can_be_awaited_asleep()
    {
        using Rig rig = Sleeper(() => EnableWakeupByPin(WakeupGpioPin.Pin27, _causes.Count == 1 ? 1 : 0));
        rig.Board.Button.Down();
        rig.Run(Rig.Second);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Single(_causes);
        rig.Board.Button.Up();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Ext0], _causes);
    }

    [Fact]
    public void Several_pins_wake_together_and_say_which()
    {
        var pins = new List<WakeupGpioPin>();
        using Rig rig = Sleeper(() =>
        {
            pins.Add(GetWakeupGpioPin());
            EnableWakeupByMultiPins(WakeupGpioPin.Pin27, WakeupMode.AllLow);
        });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(50));
        rig.Run(TimeSpan.FromSeconds(2));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Ext1], _causes);
        Assert.Equal([WakeupGpioPin.None, WakeupGpioPin.Pin27], pins);
    }

    [Theory]
    [InlineData(WakeupGpioPin.Pin27, 0, EspNativeError.OK)]
    [InlineData(WakeupGpioPin.Pin0, 1, EspNativeError.OK)]
    [InlineData(WakeupGpioPin.Pin39, 0, EspNativeError.OK)]
    [InlineData(WakeupGpioPin.None, 0, EspNativeError.OK)]
    [InlineData(WakeupGpioPin.Pin16, 0, EspNativeError.INVALID_ARG)]
    [InlineData(WakeupGpioPin.Pin21, 0, EspNativeError.INVALID_ARG)]
    [InlineData(WakeupGpioPin.Pin27, 2, EspNativeError.INVALID_ARG)]
    [InlineData(WakeupGpioPin.Pin21 | WakeupGpioPin.Pin27, 0, EspNativeError.OK)]
    [InlineData(WakeupGpioPin.Pin27 | WakeupGpioPin.Pin1, 0, EspNativeError.OK)]
    public void Only_some_pins_can_wake_the_chip_and_the_highest_counts(WakeupGpioPin pin, int level, EspNativeError expected)
    {
        EspNativeError answer = EspNativeError.FAIL;
        using var rig = new Rig(() =>
        {
            answer = EnableWakeupByPin(pin, level);
            Thread.Sleep(-1);
        });
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(expected, answer);
    }

    [Fact]
    public void A_refused_pin_does_not_wake()
    {
        using Rig rig = Sleeper(() => Assert.Equal(EspNativeError.INVALID_ARG, EnableWakeupByPin(WakeupGpioPin.Pin18, 0)));
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(1));
        rig.Board.Button.Press(Rig.Second);
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.Single(_causes);
    }

    [Fact]
    public void What_was_armed_is_forgotten_at_the_next_boot()
    {
        using Rig rig = Sleeper(() =>
        {
            if (_causes.Count == 1)
            {
                EnableWakeupByTimer(Rig.Second);
            }
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.Equal([WakeupCause.Undefined, WakeupCause.Timer], _causes);
    }

    [Fact]
    public void A_power_cut_in_deep_sleep_cancels_the_timer()
    {
        using Rig rig = Sleeper(() => EnableWakeupByTimer(TimeSpan.FromSeconds(30)));
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromMinutes(5));
        Assert.Equal((BoardState.Off, 0L), (rig.Board.State, rig.Board.Counters.Wakes));
        Assert.Single(_causes);
    }

    [Fact]
    public void Uptime_and_pins_begin_anew_at_each_boot()
    {
        var uptimes = new List<ulong>();
        using Rig rig = Sleeper(() =>
        {
            uptimes.Add(HighResTimer.GetCurrent());
            Assert.Equal(18, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA));
            Assert.Equal(-1, Configuration.GetFunctionPin(DeviceFunction.COM2_TX));
            Rig.WireI2c();
            Assert.Equal(21, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA));
            EnableWakeupByTimer(Rig.Second);
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));
        Assert.True(uptimes.Count > 3);
        Assert.All(uptimes, microseconds => Assert.Equal(600_200UL, microseconds));
    }

    [Fact]
    public void Awake_time_is_boot_and_program()
    {
        using Rig rig = Sleeper(() => Thread.Sleep(400));
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromHours(1));
        Assert.InRange(rig.Board.Counters.AwakeTime, TimeSpan.FromMilliseconds(1000), TimeSpan.FromMilliseconds(1020));
    }

    private Rig Sleeper(Action work) => new(() =>
    {
        _causes.Add(GetWakeupCause());
        work();
        StartDeepSleep();
    });
}
