using NanoBoard.Chips;

namespace NanoBoard.Guests.Tests;

/// <summary>Programs about pins: a lamp that blinks, buttons of either polarity, wakes by level, dimmed lamps.</summary>
public class PinProgramTests
{
    private const string Blink = """
        using System.Device.Gpio;
        using System.Threading;
        public class Program
        {
            public static void Main()
            {
                GpioController gpio = new GpioController(PinNumberingScheme.Logical);
                GpioPin led = gpio.OpenPin(nanoFramework.Hardware.Esp32.Gpio.IO02, PinMode.Output);
                led.Write(PinValue.Low);
                while (true) { led.Toggle(); Thread.Sleep(250); }
            }
        }
        """;

    private const string Buttons = """
        using System;
        using System.Device.Gpio;
        using System.Diagnostics;
        using System.Threading;
        public class Program
        {
            public static void Main()
            {
                GpioController gpio = new GpioController();
                GpioPin high = gpio.OpenPin(4, PinMode.InputPullDown);
                high.DebounceTimeout = TimeSpan.FromMilliseconds(20);
                high.ValueChanged += (s, e) => Debug.WriteLine("4 " + (e.ChangeType == PinEventTypes.Rising ? "down" : "up"));
                gpio.OpenPin(5, PinMode.InputPullUp);
                gpio.RegisterCallbackForPinValueChangedEvent(5, PinEventTypes.Falling, OnFalling);
                Debug.WriteLine(gpio.PinCount + " " + (int)gpio.GetPinMode(5) + " " + gpio.IsPinModeSupported(5, PinMode.Output) + " " + (bool)gpio.Read(4) + " " + (bool)gpio.Read(5));
                Thread.Sleep(5000);
                gpio.UnregisterCallbackForPinValueChangedEvent(5, OnFalling);
                Thread.Sleep(Timeout.Infinite);
            }

            private static void OnFalling(object sender, PinValueChangedEventArgs e) { Debug.WriteLine(e.PinNumber.ToString() + " fell"); }
        }
        """;

    private const string WakeByHigh = """
        using System.Diagnostics;
        using nanoFramework.Hardware.Esp32;
        public class Program
        {
            public static void Main()
            {
                Debug.WriteLine("woke " + ((int)Sleep.GetWakeupCause()).ToString());
                Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin33, 1);
                Sleep.StartDeepSleep();
            }
        }
        """;

    [Fact]
    public void A_lamp_blinks_and_its_line_tells()
    {
        using var rig = new GuestRig(Blink);
        var changes = new List<LineChange>();
        rig.Board.Lines.Changed += changes.Add;
        rig.Board.ConnectPower();
        rig.Run(2.6);
        bool[] levels = [.. changes.Where(change => change.Pin == 2).Select(change => change.Level)];
        Assert.Equal([false, true, false, true, false, true, false, true, false], levels);
        Assert.False(rig.Board.Lines[2].Output);
        rig.Board.CutPower();
        Assert.Null(rig.Board.Lines[2].Output);
    }

    [Fact]
    public void Buttons_of_either_polarity_are_driven_from_outside()
    {
        using GuestRig rig = GuestRig.On(Buttons, 1);
        rig.Board.Lines[4].Pulse(true, TimeSpan.FromMilliseconds(100));
        rig.Board.Lines[5].Pulse(false, TimeSpan.FromMilliseconds(100));
        rig.Run(1);
        rig.Board.Lines[4].Pulse(true, TimeSpan.FromMilliseconds(5));
        rig.Run(6);
        rig.Board.Lines[5].Pulse(false, TimeSpan.FromMilliseconds(100));
        rig.Run(1);
        Assert.Equal(["40 2 True False True", "5 fell", "4 down", "4 up"], rig.Printed);
    }

    [Fact]
    public void A_high_level_wakes_a_line_that_rests_low_once()
    {
        using var rig = new GuestRig(WakeByHigh);
        rig.Board.Lines[33].Pull = LinePull.Down;
        rig.Board.ConnectPower();
        rig.Run(10);
        Assert.Equal(["woke 0"], rig.Printed);
        rig.Board.Lines[33].Pulse(true, TimeSpan.FromMilliseconds(50));
        rig.Run(10);
        Assert.Equal(["woke 0", "woke 2"], rig.Printed);
    }

    [Fact]
    public void An_open_drain_output_lets_the_line_be_pulled_and_driven_by_others()
    {
        using var rig = new GuestRig("""
            using System.Device.Gpio;
            using System.Threading;
            public class Program
            {
                public static void Main()
                {
                    GpioPin pin = new GpioController().OpenPin(13, PinMode.OutputOpenDrain);
                    pin.Write(PinValue.High); Thread.Sleep(1000); pin.Write(PinValue.Low); Thread.Sleep(-1);
                }
            }
            """);
        rig.Board.Lines[13].Pull = LinePull.Up;
        rig.Board.ConnectPower();
        rig.Run(1);
        Assert.True(rig.Board.Lines[13].Level);
        Assert.Null(rig.Board.Lines[13].Output);
        rig.Run(1);
        Assert.False(rig.Board.Lines[13].Level);
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.Lines[49]);
    }

    [Fact]
    public void A_dimmed_lamp_tells_its_duty()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.Device.Pwm;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                public static void Main()
                {
                    if (PwmChannel.CreateFromPin(18, 1000, 0.25) == null) { Console.WriteLine("no function"); }
                    try { PwmChannel.Create(0, 0); } catch (ArgumentException) { Console.WriteLine("no pin"); }
                    Configuration.SetPinFunction(18, DeviceFunction.PWM1);
                    PwmChannel lamp = PwmChannel.CreateFromPin(18, 1000, 0.25);
                    lamp.Start();
                    Thread.Sleep(1000);
                    lamp.DutyCycle = 0.75;
                    Thread.Sleep(1000);
                    lamp.Stop();
                    Thread.Sleep(-1);
                }
            }
            """,
            1);
        Assert.Equal(["no function", "no pin"], rig.Printed);
        Assert.Equal(new PwmOutput(1000, 0.25, true), rig.Board.Pwm[18]);
        rig.Run(1);
        Assert.Equal(new PwmOutput(1000, 0.75, true), rig.Board.Pwm[18]);
        rig.Run(1);
        Assert.False(rig.Board.Pwm[18].IsRunning);
    }
}
