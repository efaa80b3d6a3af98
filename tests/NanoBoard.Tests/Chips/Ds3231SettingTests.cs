using System.Device.I2c;

namespace NanoBoard.Tests.Chips;

/// <summary>What other programs leave in the chip beside the time, and what it does with it.</summary>
public sealed class Ds3231SettingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_oscillator_that_is_off_on_battery_stops_with_the_main_supply()
    {
        using Rig rig = Running();
        rig.Board.Rtc.Poke(0x0E, 0x9C);
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.False(rig.Board.Rtc.HasStopped);
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.True(rig.Board.Rtc.HasStopped);
        Assert.Equal(Start.AddMinutes(1), rig.Board.Rtc.Time!.Value, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(0x7F, -12.7)]
    [InlineData(0x0A, -1.0)]
    [InlineData(0x80, 12.8)]
    [InlineData(0x00, 0.0)]
    public void The_ageing_register_trims_the_rate_by_a_tenth_of_a_ppm_a_step(int ageing, double ppm)
    {
        using Rig rig = Running();
        rig.Board.Rtc.Poke(0x10, (byte)ageing);
        rig.Run(TimeSpan.FromDays(100));
        double drift = (rig.Board.Rtc.Time!.Value - rig.Board.Now).TotalSeconds;
        Assert.Equal(ppm * 8.64, drift, 0.6);
    }

    [Theory]
    [InlineData("00 30 12 15", 15, "12:30:00")] // date, hour, minute, second
    [InlineData("05 30 12 80", 1, "12:30:05")] // every day
    [InlineData("05 30 80 80", 1, "00:30:05")] // every hour
    [InlineData("05 80 80 80", 1, "00:00:05")] // every minute
    public void Alarm_1_sets_its_flag_when_its_time_comes(string registers, int day, string time)
    {
        using Rig rig = Running();
        Write(rig, 0x07, registers);
        rig.Board.Rtc.Poke(0x0E, 0x1D);
        rig.Board.Rtc.Poke(0x0F, 0x00);
        DateTimeOffset due = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        rig.Board.AdvanceTo(due.AddSeconds(-2));
        Assert.False(rig.Board.Rtc.IsInterrupting);
        rig.Board.AdvanceTo(due.AddSeconds(2));
        Assert.True(rig.Board.Rtc.IsInterrupting);
        Assert.Equal(1, rig.Board.Rtc.ReadRegister(0x0F) & 3);
        rig.Board.Rtc.Poke(0x0F, 0x00);
        Assert.False(rig.Board.Rtc.IsInterrupting);
    }

    [Theory]
    [InlineData("30 12 41", 4, "12:30:00")] // the weekday that is counted as 1
    [InlineData("30 12 80", 1, "12:30:00")]
    public void Alarm_2_comes_when_a_minute_begins(string registers, int day, string time)
    {
        using Rig rig = Running();
        rig.Board.Rtc.Poke(3, 5); // 1 January 2026 is a Thursday: the 5th day of a week that begins on Sunday
        Write(rig, 0x0B, registers);
        rig.Board.Rtc.Poke(0x0F, 0x00);
        DateTimeOffset due = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        rig.Board.AdvanceTo(due.AddSeconds(-2));
        Assert.Equal(0, rig.Board.Rtc.ReadRegister(0x0F) & 2);
        rig.Board.AdvanceTo(due.AddSeconds(2));
        Assert.Equal(2, rig.Board.Rtc.ReadRegister(0x0F) & 2);
    }

    [Fact]
    public void The_32_kilohertz_output_swings_until_it_is_switched_off()
    {
        using Rig rig = Running();
        rig.Board.Rtc.Poke(0x0F, 0x08);
        Assert.True(rig.Board.Rtc.Is32KilohertzOn);
        rig.Board.Rtc.Poke(0x0F, 0x00);
        Assert.False(rig.Board.Rtc.Is32KilohertzOn);
    }

    private static Rig Running()
    {
        var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.Rtc.SetTime(Start);
        rig.Board.ConnectPower();
        return rig;
    }

    private static void Write(Rig rig, int register, string bytes)
    {
        foreach (string value in bytes.Split(' '))
        {
            rig.Board.Rtc.Poke(register++, Convert.ToByte(value, 16));
        }
    }
}
