using System.Device.I2c;
using static NanoBoard.Tests.Chips.RtcProgram;

namespace NanoBoard.Tests.Chips;

/// <summary>The chip's clock where it goes wrong: drift, battery, faults.</summary>
public sealed class Ds3231FaultTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-35.5)]
    public void It_drifts_by_its_error(double ppm)
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(rig.Board.Now),
            () => { },
            new BoardOptions { RtcPpm = ppm });
        rig.Run(TimeSpan.FromDays(365));
        TimeSpan drift = rig.Board.Rtc.Time!.Value - rig.Board.Now;
        Assert.Equal(365 * 86400 * ppm / 1e6, drift.TotalSeconds, 1);
    }

    [Fact]
    public void It_runs_on_its_battery_while_the_board_is_off()
    {
        using Rig rig = With(rig => rig.Board.Rtc.SetTime(rig.Board.Now), () => { });
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromDays(100));
        rig.Board.ConnectPower();
        Assert.Equal(rig.Board.Now, rig.Board.Rtc.Time);
        Assert.False(rig.Board.Rtc.HasStopped);
    }

    [Fact]
    public void With_the_oscillator_disabled_it_stops_on_battery_and_says_so()
    {
        using Rig rig = With(
            rig => rig.Board.Rtc.SetTime(rig.Board.Now),
            () => Rig.OpenRtc().Write(new byte[] { 0x0E, 0x80 }));
        Assert.False(rig.Board.Rtc.HasStopped);
        rig.Board.CutPower();
        DateTimeOffset stopped = rig.Board.Rtc.Time!.Value;
        rig.Run(TimeSpan.FromDays(1));
        Assert.Equal(stopped, rig.Board.Rtc.Time);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.True(rig.Board.Rtc.HasStopped);
        Assert.Equal(stopped.AddMinutes(1), rig.Board.Rtc.Time);
    }

    [Fact]
    public void Stopped_it_stands_still_until_it_is_resumed_and_the_flag_stays()
    {
        using Rig rig = With(rig => rig.Board.Rtc.SetTime(rig.Board.Now), () => { });
        rig.Board.Rtc.Stop();
        DateTimeOffset stopped = rig.Board.Rtc.Time!.Value;
        rig.Run(TimeSpan.FromHours(1));
        Assert.Equal(stopped, rig.Board.Rtc.Time);
        rig.Board.Rtc.Resume();
        rig.Run(TimeSpan.FromHours(1));
        Assert.Equal(stopped.AddHours(1), rig.Board.Rtc.Time);
        Assert.True(rig.Board.Rtc.HasStopped);
    }

    [Fact]
    public void A_jump_is_silent()
    {
        using Rig rig = With(rig => rig.Board.Rtc.SetTime(rig.Board.Now), () => { });
        rig.Board.Rtc.Jump(TimeSpan.FromMinutes(-7));
        Assert.Equal(rig.Board.Now.AddMinutes(-7), rig.Board.Rtc.Time);
        Assert.False(rig.Board.Rtc.HasStopped);
        rig.Board.Rtc.Jump(TimeSpan.FromDays(-366 * 30));
        Assert.Equal(2195, rig.Board.Rtc.Time!.Value.Year);
    }

    [Fact]
    public void Without_a_battery_a_power_cut_loses_the_time()
    {
        using Rig rig = With(rig => rig.Board.Rtc.SetTime(rig.Board.Now), () => { });
        rig.Board.Rtc.LoseBattery();
        Assert.Equal(rig.Board.Now, rig.Board.Rtc.Time);
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromHours(1));
        rig.Board.ConnectPower();
        Assert.True(rig.Board.Rtc.HasStopped);
        Assert.Equal(2000, rig.Board.Rtc.Time!.Value.Year);
    }

    [Fact]
    public void Nonsense_stands_still_as_it_was_written()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenRtc();
            device.Write(new byte[] { 0x00, 0x7A, 0x59, 0x23, 0x01, 0x31, 0x02, 0x26 });
            Thread.Sleep(5000);
            Assert.Equal([0x7A, 0x59, 0x23, 0x01, 0x31, 0x02, 0x26], Read(0, 7));
        });
        Assert.Null(rig.Board.Rtc.Time);
    }
}
