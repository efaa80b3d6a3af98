using System.Device.Gpio;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Api;

public sealed class I2cTests
{
    [Fact]
    public void A_missing_chip_is_a_status_and_no_exception()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                I2cDevice device = Rig.OpenPanel();
                I2cTransferResult result = device.Write(new byte[] { 0x00, 0xE3 });
                Assert.Equal((I2cTransferStatus.SlaveAddressNotAcknowledged, 0u), (result.Status, result.BytesTransferred));
                Assert.Equal(0, device.ReadByte());
                byte[] untouched = [1, 2, 3];
                Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, device.WriteRead(new byte[] { 0 }, untouched).Status);
                Assert.Equal([1, 2, 3], untouched);
            },
            new BoardOptions { HasPanel = false });
        Assert.Equal((3L, 0L, 0L), (rig.Board.Counters.I2cTransactions, rig.Board.Counters.I2cBytesWritten, rig.Board.Counters.I2cBytesRead));
    }

    [Fact]
    public void A_chip_that_comes_loose_stops_answering_and_comes_back()
    {
        Rig? rig = null;
        rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenRtc();
            Assert.Equal(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
            Rig.Here.Rtc.IsConnected = false;
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, device.WriteByte(0).Status);
            Rig.Here.Rtc.IsConnected = true;
            Assert.Equal(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
        });
        rig.Dispose();
    }

    [Fact]
    public void A_device_without_settings_is_a_misuse()
    {
        using Rig rig = Rig.Once(() => Assert.Throws<BoardMisuseException>(() => I2cDevice.Create(null!)));
        Assert.Single(rig.Board.Misuses);
    }

    [Fact]
    public void Transfers_that_the_panel_refuses_are_counted_down()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice panel = Rig.OpenPanel();
            Rig.Here.Panel.Refusals = 2;
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, panel.Write(new byte[] { 0x00, 0xE3 }).Status);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, panel.Write(new byte[] { 0x00, 0xE3 }).Status);
            Assert.Equal(I2cTransferStatus.FullTransfer, panel.Write(new byte[] { 0x00, 0xE3 }).Status);
        });
    }

    [Fact]
    public void Without_its_pins_nobody_answers()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, 0x3C));
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, device.WriteByte(0).Status);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_CLOCK);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, I2cDevice.Create(new I2cConnectionSettings(1, 0x3C)).WriteByte(0).Status);
        });
    }

    [Fact]
    public void The_second_bus_works_on_the_wired_pins_too()
    {
        using Rig rig = Rig.Once(() =>
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C2_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C2_CLOCK);
            Assert.Equal(I2cTransferStatus.FullTransfer, new I2cDevice(new I2cConnectionSettings(2, 0x68)).WriteByte(0).Status);
            Assert.Throws<ArgumentException>(() => new I2cDevice(new I2cConnectionSettings(3, 0x68)));
            Assert.Throws<ArgumentException>(() => new I2cDevice(new I2cConnectionSettings(0, 0x68)));
        });
    }

    [Fact]
    public void A_pin_that_is_open_as_gpio_refuses_the_bus()
    {
        using Rig rig = Rig.Once(() =>
        {
            new GpioController().OpenPin(21);
            Assert.ThrowsAny<Exception>(() => Rig.OpenPanel());
        });
    }

    [Theory]
    [InlineData(I2cBusSpeed.StandardMode, 100_000)]
    [InlineData(I2cBusSpeed.FastMode, 400_000)]
    [InlineData(I2cBusSpeed.FastModePlus, 1_000_000)]
    public void The_last_opened_device_decides_the_speed_of_the_bus(I2cBusSpeed speed, int bitsPerSecond)
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice panel = Rig.OpenPanel();
            _ = new I2cDevice(new I2cConnectionSettings(1, 0x68, speed));
            ulong before = HighResTimer.GetCurrent();
            panel.Write(new byte[1000]);
            double microseconds = HighResTimer.GetCurrent() - before;
            Assert.Equal(((9 * 1001) + 2) * 1e6 / bitsPerSecond, microseconds - 200, 2.0);
        });
    }

    [Fact]
    public void Fast_mode_is_the_default()
    {
        var settings = new I2cConnectionSettings(1, 0x3C);
        Assert.Equal((1, 0x3C, I2cBusSpeed.FastMode), (settings.BusId, settings.DeviceAddress, settings.BusSpeed));
    }

    [Fact]
    public void Of_no_bytes_nothing_goes_on_the_bus_not_even_the_address()
    {
        using Rig rig = Rig.Once(
            () => Assert.Equal(I2cTransferStatus.FullTransfer, Rig.OpenPanel().Write(Array.Empty<byte>()).Status),
            new BoardOptions { HasPanel = false });
    }

    [Fact]
    public void A_stuck_bus_times_out_after_a_second()
    {
        using var rig = new Rig(() =>
        {
            ulong before = HighResTimer.GetCurrent();
            I2cTransferResult result = Rig.OpenPanel().WriteByte(0);
            Assert.Equal((I2cTransferStatus.ClockStretchTimeout, 0u), (result.Status, result.BytesTransferred));
            Assert.InRange(HighResTimer.GetCurrent() - before, 1_000_000UL, 1_010_000UL);
            Sleep.StartDeepSleep();
        });
        rig.Board.Faults.I2cBusStuck = true;
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void A_disposed_device_goes_on_until_the_last_of_its_bus_is_disposed()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice panel = Rig.OpenPanel();
            I2cDevice rtc = Rig.OpenRtc();
            panel.Dispose();
            Assert.Equal(I2cTransferStatus.FullTransfer, panel.WriteByte(0).Status);
            rtc.Dispose();
            rtc.Dispose();
            Assert.Throws<InvalidOperationException>(() => panel.WriteByte(0));
        });
    }

    [Fact]
    public void Transfers_are_counted()
    {
        using Rig rig = Rig.Once(() => Rig.OpenRtc().WriteRead(new byte[] { 0 }, new byte[7]));
        Assert.Equal((1L, 1L, 7L), (rig.Board.Counters.I2cTransactions, rig.Board.Counters.I2cBytesWritten, rig.Board.Counters.I2cBytesRead));
    }

    [Fact]
    public void A_span_is_a_view_of_its_array()
    {
        byte[] array = [1, 2, 3, 4, 5];
        var span = new SpanByte(array, 1, 3);
        SpanByte rest = span.Slice(1);
        rest[0] = 9;
        Assert.Equal([1, 2, 9, 4, 5], array);
        Assert.Equal((3, 2, false), (span.Length, rest.Length, span.IsEmpty));
        Assert.Equal([2, 9, 4], span.ToArray());
        SpanByte.Empty.CopyTo(span);
        new SpanByte([7]).CopyTo(span);
        Assert.Equal(7, array[1]);
        Assert.True(new SpanByte(null).IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array, 3, 3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array, 1, 2)[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array).Slice(2, 4).Length);
    }
}
