using System.Device.Adc;
using System.Device.Gpio;

namespace NanoBoard.Tests.Api;

public sealed class AnalogInputTests
{
    [Fact]
    public void A_divider_is_measured_while_its_switch_is_on()
    {
        int[] raw = new int[3];
        using var rig = new Rig(() =>
        {
            AdcChannel channel = new AdcController().OpenChannel(6);
            raw[0] = channel.ReadValue();
            GpioPin power = new GpioController().OpenPin(26, PinMode.Output);
            power.Write(PinValue.High);
            raw[1] = channel.ReadValue();
            power.Write(PinValue.Low);
            raw[2] = channel.ReadValue();
            Thread.Sleep(-1);
        });
        rig.Board.Analog.Drive(34, () => 1700, switchPin: 26);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal([0, 1934, 0], raw);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(142, 0)]
    [InlineData(1700, 1934)]
    [InlineData(5000, 4095)]
    public void The_number_is_raw_and_has_12_bits(int millivolts, int expected)
    {
        int raw = -1;
        using var rig = new Rig(() =>
        {
            raw = new AdcController().OpenChannel(0).ReadValue();
            Thread.Sleep(-1);
        });
        rig.Board.Analog.Drive(36, () => millivolts);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(expected, raw);
    }

    [Fact]
    public void Other_channels_and_pins_are_refused()
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.Throws<ArgumentException>(() => new AdcController().OpenChannel(8));
            Assert.Throws<ArgumentException>(() => new AdcController().OpenChannel(-1));
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.Analog.Drive(4, () => 0));
    }
}
