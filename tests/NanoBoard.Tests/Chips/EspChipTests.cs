using System.Device.Adc;
using System.Device.Gpio;
using System.Device.I2c;
using System.Device.Pwm;
using System.IO.Ports;
using NanoBoard.Chips;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Chips;

/// <summary>The pin tables, and what the platform says to a pin that a chip has not.</summary>
public sealed class EspChipTests
{
    private static readonly BoardOptions s_s3 = new() { Chip = EspChip.Esp32S3 };
    private static readonly BoardOptions s_c3 = new() { Chip = EspChip.Esp32C3 };

    [Theory]
    [InlineData("ESP32", 34, 28, 18, "0 2 5 12 15")]
    [InlineData("ESP32-S3", 45, 45, 22, "0 3 45 46")]
    [InlineData("ESP32-C3", 22, 22, 6, "2 8 9")]
    public void A_chip_has_its_pins(string name, int pins, int outputs, int wakers, string straps)
    {
        EspChip chip = Named(name);
        int[] all = [.. Enumerable.Range(-2, 70)];
        Assert.Equal((pins, outputs, wakers), (all.Count(chip.HasPin), all.Count(chip.CanDrive), all.Count(chip.CanWake)));
        Assert.Equal(straps, string.Join(' ', all.Where(chip.IsStrapping)));
        Assert.All(all.Where(pin => chip.CanDrive(pin) || chip.CanWake(pin) || chip.IsFlash(pin)), pin => Assert.True(chip.HasPin(pin)));
        Assert.True(chip.HasPin(chip.PinCount - 1));
        Assert.False(chip.HasPin(chip.PinCount));
    }

    [Theory]
    [InlineData("ESP32", 24, 34, 6)]
    [InlineData("ESP32-S3", 22, -1, 27)]
    [InlineData("ESP32-C3", 22, -1, 12)]
    public void A_missing_pin_does_not_open_an_input_only_one_drives_nothing_and_one_of_the_flash_crashes(string name, int missing, int inputOnly, int flash)
    {
        using var rig = new Rig(
            () =>
            {
                var gpio = new GpioController();
                Assert.Equal(Named(name).PinCount, gpio.PinCount);
                Assert.Throws<InvalidOperationException>(() => gpio.OpenPin(missing));
                Assert.True(gpio.IsPinOpen(missing));
                if (inputOnly >= 0)
                {
                    Assert.Throws<ArgumentException>(() => gpio.OpenPin(inputOnly, PinMode.Output));
                }

                Assert.Throws<BoardMisuseException>(() => gpio.OpenPin(flash));
                Sleep.StartDeepSleep();
            },
            new BoardOptions { Chip = Named(name) });
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Contains(name, Assert.Single(rig.Board.Misuses), StringComparison.Ordinal);
    }

    [Fact]
    public void The_s3_has_no_pins_for_its_buses_until_it_gets_some_and_opens_pin_48()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                Assert.Equal(-1, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA));
                Assert.Equal(43, Configuration.GetFunctionPin(DeviceFunction.COM1_TX));
                Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(22, DeviceFunction.I2C1_DATA));
                Configuration.SetPinFunction(8, DeviceFunction.I2C1_DATA);
                Configuration.SetPinFunction(9, DeviceFunction.I2C1_CLOCK);
                var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x3C));
                Assert.Equal(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
                GpioPin lamp = new GpioController().OpenPin(48, PinMode.Output);
                lamp.Write(PinValue.High);
                Assert.True(Rig.Here.Lines[48].Level);
            },
            s_s3);
    }

    [Fact]
    public void The_s3_wakes_by_pin_21_and_not_by_pin_26_and_one_low_pin_of_several_is_enough()
    {
        using var rig = new Rig(
            () =>
            {
                Assert.Equal(EspNativeError.INVALID_ARG, Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin26, 0));
                Assert.Equal(EspNativeError.OK, Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin21, 1));
                Assert.Equal(EspNativeError.OK, Sleep.EnableWakeupByMultiPins(Sleep.WakeupGpioPin.Pin4 | Sleep.WakeupGpioPin.Pin5, Sleep.WakeupMode.AllLow));
                Sleep.StartDeepSleep();
            },
            s_s3);
        rig.Board.Lines[21].Pull = LinePull.Down;
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(0, rig.Board.Counters.Wakes);
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(300));
        rig.Run(Rig.Second);
        Assert.Equal(1, rig.Board.Counters.Wakes);
    }

    [Fact]
    public void No_pin_wakes_a_c3()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                Assert.Throws<NotSupportedException>(() => Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin3, 0));
                Assert.Throws<NotSupportedException>(() => Sleep.EnableWakeupByMultiPins(Sleep.WakeupGpioPin.Pin3, Sleep.WakeupMode.AnyHigh));
                Assert.Equal(EspNativeError.OK, Sleep.EnableWakeupByTimer(TimeSpan.FromDays(1)));
            },
            s_c3);
    }

    [Fact]
    public void A_c3_has_one_i2c_bus_two_ports_and_six_pwm_outputs()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                Assert.Throws<ArgumentException>(() => I2cDevice.Create(new I2cConnectionSettings(2, 0x3C)));
                Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(4, DeviceFunction.COM3_TX));
                Assert.Equal(["COM2"], SerialPort.GetPortNames());
                Assert.Throws<BoardMisuseException>(() => Configuration.SetPinFunction(4, DeviceFunction.I2C2_DATA));
                Assert.Throws<BoardMisuseException>(() => Configuration.SetPinFunction(4, DeviceFunction.PWM7));
                Configuration.SetPinFunction(4, DeviceFunction.PWM6);
            },
            s_c3);
        Assert.Equal(2, rig.Board.Misuses.Count);
    }

    [Fact]
    public void A_pwm_function_is_taken_by_an_input_only_pin_and_refused_when_it_is_opened()
    {
        using Rig rig = Rig.Once(() =>
        {
            Configuration.SetPinFunction(34, DeviceFunction.PWM1);
            Assert.Throws<ArgumentException>(() => PwmChannel.CreateFromPin(34, 1000, 0.5));
        });
    }

    [Fact]
    public void Com1_is_the_programs_while_the_wire_protocol_has_the_chips_own_usb()
    {
        using Rig attached = Rig.Once(
            () =>
            {
                Assert.Equal(["COM1", "COM2", "COM3"], SerialPort.GetPortNames());
                using var port = new SerialPort("COM1");
                port.Open();
            },
            s_s3 with { IsUsbAttached = true });
        using Rig alone = Rig.Once(() => Assert.Throws<ArgumentException>(() => new SerialPort("COM1").Open()), s_s3);
        using Rig classic = Rig.Once(() => Assert.Throws<ArgumentException>(() => new SerialPort("COM1").Open()), new BoardOptions { IsUsbAttached = true });
    }

    [Fact]
    public void The_converters_pins_are_the_chips()
    {
        using var rig = new Rig(
            () =>
            {
                Assert.InRange(new AdcController().OpenChannel(9).ReadValue(), 1900, 1970);
                Assert.Throws<ArgumentException>(() => new AdcController().OpenChannel(21));
                Sleep.StartDeepSleep();
            },
            s_s3);
        rig.Board.Analog.Drive(10, () => 1700);
        Assert.Contains("ESP32-S3", Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.Analog.Drive(34, () => 0)).Message, StringComparison.Ordinal);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Theory]
    [InlineData("ESP32", 34)]
    [InlineData("ESP32", 8)]
    [InlineData("ESP32-S3", 22)]
    [InlineData("ESP32-C3", 30)]
    public void A_wiring_that_no_board_with_the_chip_has_is_refused(string name, int pin)
    {
        EspChip chip = Named(name);
        var refused = Assert.Throws<ArgumentException>(() => new VirtualBoard(new BoardOptions { Chip = chip, Pins = chip.UsualPins with { Sda = pin } }, () => { }));
        Assert.Contains($"Sda: GPIO {pin} of an {name}", refused.Message, StringComparison.Ordinal);
    }

    private static EspChip Named(string name) => new[] { EspChip.Esp32, EspChip.Esp32S3, EspChip.Esp32C3 }.Single(chip => chip.Name == name);
}
