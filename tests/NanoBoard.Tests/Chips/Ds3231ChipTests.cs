using System.Device.I2c;
using static NanoBoard.Tests.Chips.RtcProgram;

namespace NanoBoard.Tests.Chips;

public sealed class Ds3231ChipTests
{
    private static readonly DateTimeOffset s_start = new(2026, 12, 31, 23, 59, 50, TimeSpan.Zero);

    [Fact]
    public void A_fresh_chip_counts_from_2000_and_says_that_it_had_stopped()
    {
        using Rig rig = Rig.Once(() =>
        {
            byte[] registers = Read(0x00, 19);
            Assert.Equal([0x00, 0x00, 0x00, 0x01, 0x01, 0x01, 0x00], registers[..7]);
            Assert.Equal(0x1C, registers[0x0E]);
            Assert.Equal(0x88, registers[0x0F]);
        });
        Assert.True(rig.Board.Rtc.HasStopped);
    }

    [Fact]
    public void Time_runs_over_the_year_in_binary_coded_decimal()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(s_start),
            () =>
            {
                Assert.Equal([0x23, 0x31, 0x12, 0x26], [Read(2, 1)[0], .. Read(4, 3)]);
                Thread.Sleep(15000);
                byte[] registers = Read(0, 7);
                Assert.Equal([0x05, 0x00, 0x00], registers[..3]);
                Assert.Equal([0x01, 0x01, 0x27], registers[4..7]);
            });
    }

    [Fact]
    public void The_pointer_wraps_from_the_last_register_to_the_first()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(s_start),
            () =>
            {
                byte[] around = Read(0x0F, 11);
                Assert.Equal(0x08, around[0]);
                Assert.Equal(25, around[2]);
                Assert.Equal(0x59, around[5]);
                Assert.Equal(0x26, around[10]);
            });
    }

    [Fact]
    public void A_read_goes_on_where_the_last_one_ended()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(s_start),
            () =>
            {
                I2cDevice device = Rig.OpenRtc();
                device.WriteByte(0x04);
                Assert.Equal(0x31, device.ReadByte());
                Assert.Equal(0x12, device.ReadByte());
                Assert.Equal(0x26, device.ReadByte());
            });
    }

    [Fact]
    public void Writing_the_seconds_restarts_the_second()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenRtc();
            Thread.Sleep(730);
            device.Write(new byte[] { 0x00, 0x10, 0x20, 0x12, 0x03, 0x15, 0x06, 0x26 });
            Thread.Sleep(970);
            Assert.Equal(0x10, Read(0, 1)[0]);
            Thread.Sleep(40);
            Assert.Equal(0x11, Read(0, 1)[0]);
        });
        Assert.Equal(2026, rig.Board.Rtc.Time!.Value.Year);
    }

    [Fact]
    public void Writing_another_field_keeps_the_running_second()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(rig.Board.Now),
            () => Rig.OpenRtc().Write(new byte[] { 0x05, 0x80 | 0x02 }));
        DateTimeOffset expected = rig.Board.Now.AddMonths(1).AddYears(100);
        Assert.InRange((rig.Board.Rtc.Time!.Value - expected).Duration(), TimeSpan.Zero, TimeSpan.FromDays(1.01));
        Assert.Equal(rig.Board.Now.Millisecond, rig.Board.Rtc.Time!.Value.Millisecond);
    }

    [Fact]
    public void The_century_bit_toggles_after_99()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(new DateTimeOffset(2099, 12, 31, 23, 59, 58, TimeSpan.Zero)),
            () =>
            {
                Assert.Equal(0x12, Read(5, 1)[0]);
                Thread.Sleep(3000);
                Assert.Equal([0x81, 0x00], Read(5, 2));
            });
    }

    [Fact]
    public void Twelve_hour_mode_is_kept_as_written()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenRtc();
            device.Write(new byte[] { 0x00, 0x58, 0x59, 0x40 | 0x11, 0x07, 0x15, 0x06, 0x26 });
            Thread.Sleep(3000);
            byte[] registers = Read(0, 5);
            Assert.Equal(0x40 | 0x20 | 0x12, registers[2]);
            Assert.Equal(0x07, registers[3]);
            device.Write(new byte[] { 0x00, 0x58, 0x59, 0x40 | 0x20 | 0x11 });
            Thread.Sleep(3000);
            registers = Read(0, 5);
            Assert.Equal([0x40 | 0x12, 0x01, 0x16], registers[2..5]);
        });
    }

    [Fact]
    public void The_stop_flag_can_only_be_cleared()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenRtc();
            device.Write(new byte[] { 0x0F, 0x88 });
            Assert.Equal(0x88, Read(0x0F, 1)[0]);
            device.Write(new byte[] { 0x0F, 0x00 });
            Assert.Equal(0x00, Read(0x0F, 1)[0]);
            device.Write(new byte[] { 0x0F, 0x80 });
            Assert.Equal(0x00, Read(0x0F, 1)[0]);
        });
    }

    [Fact]
    public void Alarm_registers_hold_what_is_written_over_sleep_and_power_cut()
    {
        using Rig rig = Rig.Once(() => Rig.OpenRtc().Write(new byte[] { 0x07, 1, 2, 3, 4, 5, 6, 7 }));
        rig.Board.CutPower();
        rig.Run(Rig.Second);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Enumerable.Range(7, 7).Select(register => rig.Board.Rtc.ReadRegister(register)));
    }
}
