using System.Device.Adc;
using System.Device.Gpio;
using NanoBoard.Chips;

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

    [Theory]
    [InlineData("ESP32", 6, 34)]
    [InlineData("ESP32", 10, 4)]
    [InlineData("ESP32", 11, 0)]
    [InlineData("ESP32", 13, 15)]
    [InlineData("ESP32", 17, 27)]
    [InlineData("ESP32", 19, 26)]
    [InlineData("ESP32-S3", 10, 11)]
    [InlineData("ESP32-S3", 19, 20)]
    [InlineData("ESP32-C3", 4, 4)]
    public void A_channel_measures_its_pin_and_no_other(string chip, int channel, int pin)
    {
        (int Here, int There) raw = default;
        using var rig = new Rig(
            () =>
            {
                var adc = new AdcController();
                raw = (adc.OpenChannel(channel).ReadValue(), adc.OpenChannel(0).ReadValue());
                Thread.Sleep(-1);
            },
            On(chip));
        rig.Board.Analog.Drive(pin, () => 1700);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal((1934, 0), raw);
    }

    [Theory]
    [InlineData("ESP32", 7, 10)]
    [InlineData("ESP32-S3", 9, 19)]
    public void The_radio_takes_the_second_converter_and_leaves_the_first(string chip, int first, int second) => Rig.Once(
        () =>
        {
            AdcChannel theirs = new AdcController().OpenChannel(first), taken = new AdcController().OpenChannel(second);
            Assert.Equal((0, 0), (theirs.ReadValue(), taken.ReadValue()));
            nanoFramework.Networking.WifiNetworkHelper.ConnectDhcp("net", "word", System.Device.Wifi.WifiReconnectionKind.Automatic, false, 0, default);
            Assert.Equal(0, theirs.ReadValue());
            Assert.ThrowsAny<Exception>(() => taken.ReadValue());
            nanoFramework.Networking.WifiNetworkHelper.Disconnect();
            Assert.ThrowsAny<Exception>(() => taken.ReadValue());
        },
        On(chip)).Dispose();

    [Fact]
    public void Inside_an_esp32_are_a_temperature_and_what_was_a_hall_sensor()
    {
        (int Temperature, Exception? Hall) found = default;
        using var rig = new Rig(() =>
        {
            var adc = new AdcController();
            found = (adc.OpenChannel(8).ReadValue(), Record.Exception(() => adc.OpenChannel(9).ReadValue()));
            Thread.Sleep(-1);
        });
        rig.Board.Analog.ChipTemperature = 131;
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(131, found.Temperature);
        Assert.IsType<ArgumentException>(found.Hall);
    }

    [Theory]
    [InlineData("ESP32", 20, 20)]
    [InlineData("ESP32-S3", 20, 20)]
    [InlineData("ESP32-C3", 10, 7)]
    public void Channels_that_are_not_there_are_refused_and_the_image_counts_its_own_way(string chip, int count, int missing)
    {
        using Rig rig = Rig.Once(
            () =>
            {
                Assert.Equal(count, new AdcController().ChannelCount);
                Assert.Throws<ArgumentException>(() => new AdcController().OpenChannel(-1));
                Assert.Throws<ArgumentException>(() => new AdcController().OpenChannel(21));
                Exception refused = Assert.ThrowsAny<Exception>(() => new AdcController().OpenChannel(missing));
                Assert.Equal(chip == "ESP32-C3", refused is ArgumentException);
            },
            On(chip));
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.Analog.Drive(21, () => 0));
        Assert.Empty(rig.Board.Misuses);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void The_second_converter_of_an_esp32c3_is_a_misuse(int channel)
    {
        using var rig = new Rig(() => new AdcController().OpenChannel(channel), On("ESP32-C3"));
        rig.Board.ConnectPower();
        rig.Board.Advance(Rig.Second);
        Assert.Contains("0 to 4", Assert.Single(rig.Board.Misuses), StringComparison.Ordinal);
    }

    private static BoardOptions On(string chip) => new() { Chip = new[] { EspChip.Esp32, EspChip.Esp32S3, EspChip.Esp32C3 }.Single(known => known.Name == chip) };
}
