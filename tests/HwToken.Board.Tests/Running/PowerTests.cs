using HwToken.Board.Events;

namespace HwToken.Board.Tests.Running;

public sealed class PowerTests
{
    [Fact]
    public void A_new_board_is_off_and_stays_off()
    {
        using var rig = new Rig(() => Assert.Fail("must not run"));
        rig.Run(TimeSpan.FromDays(1));
        rig.Board.Reset();
        rig.Board.CutPower();
        rig.Board.Button.Press(Rig.Second);
        rig.Run(TimeSpan.FromDays(1));
        Assert.Equal(BoardState.Off, rig.Board.State);
        Assert.Equal(0, rig.Board.Counters.Boots);
    }

    [Fact]
    public void Power_twice_on_or_off_is_once()
    {
        using var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.CutPower();
        rig.Board.CutPower();
        Assert.Equal(1, rig.Board.Counters.Boots);
        Assert.Single(rig.Events<PowerConnected>());
        Assert.Single(rig.Events<PowerLost>());
    }

    [Fact]
    public void A_cut_while_booting_leaves_nothing_behind()
    {
        int starts = 0;
        using var rig = new Rig(() =>
        {
            starts++;
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMilliseconds(300));
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(0, starts);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMilliseconds(599));
        Assert.Equal(0, starts);
        rig.Run(TimeSpan.FromMilliseconds(2));
        Assert.Equal(1, starts);
    }

    [Fact]
    public void Reset_keeps_panel_and_clock_chip_running()
    {
        using var rig = new Rig(() =>
        {
            _ = new Iot.Device.Ssd13xx.Ssd1306(Rig.OpenPanel());
            Thread.Sleep(-1);
        });
        rig.Board.Rtc.SetTime(rig.Board.Now);
        rig.Boot();
        rig.Run(Rig.Second);
        byte[] ram = rig.Board.Panel.ReadRam();
        rig.Board.Reset();
        Assert.True(rig.Board.Panel.On);
        Assert.Equal(ram, rig.Board.Panel.ReadRam());
        Assert.Equal(rig.Board.Now, rig.Board.Rtc.Time);
        Assert.Single(rig.Events<ChipReset>());
    }
}
