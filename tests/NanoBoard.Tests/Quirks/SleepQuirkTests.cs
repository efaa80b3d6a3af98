using NanoBoard.Events;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoBoard.Tests.Quirks;

public sealed class SleepQuirkTests
{
    [Fact]
    public void A_program_that_sleeps_on_a_held_button_wakes_again_and_again()
    {
        using var rig = new Rig(() =>
        {
            Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin27, 0);
            Sleep.StartDeepSleep();
        });
        rig.Boot();
        rig.Board.Button.Press(TimeSpan.FromSeconds(10));
        rig.Run(TimeSpan.FromSeconds(20));
        Assert.InRange(rig.Events<ChipWoke>().Count(), 15, 17);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void A_short_press_is_over_before_the_program_it_woke_begins()
    {
        bool? wasDown = null;
        using var rig = new Rig(() =>
        {
            var pin = new System.Device.Gpio.GpioController().OpenPin(27, System.Device.Gpio.PinMode.InputPullUp);
            wasDown = pin.Read() == System.Device.Gpio.PinValue.Low;
            Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin27, 0);
            Sleep.StartDeepSleep();
        });
        rig.Boot();
        rig.Run(Rig.Second);
        wasDown = null;
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(120));
        rig.Run(Rig.Second);
        Assert.False(wasDown);
    }

    [Fact]
    public void A_wait_does_not_follow_the_clock_that_is_set()
    {
        using Rig rig = Rig.Once(() =>
        {
            Rtc.SetSystemTime(new DateTime(2026, 7, 1));
            ulong before = HighResTimer.GetCurrent();
            Rtc.SetSystemTime(new DateTime(2026, 6, 1));
            Thread.Sleep(100);
            Assert.InRange(HighResTimer.GetCurrent() - before, 90_000UL, 120_000UL);
        });
    }
}
