using NanoBoard.Events;

namespace NanoBoard.Tests.Running;

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

    /// <summary>Whatever event a subscriber answers with a power cut, the chip is off at that moment and stays so.</summary>
    [Fact]
    public void A_subscriber_may_cut_the_power_at_every_event()
    {
        int total = CutAt(int.MaxValue);
        Assert.True(total > 20);
        for (int at = 0; at < total; at++)
        {
            CutAt(at);
        }
    }

    private static int CutAt(int at)
    {
        int count = 0;
        long callsAtCut = -1;
        using var rig = new Rig(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            var panel = new Iot.Device.Ssd13xx.Ssd1306(Rig.OpenPanel());
            panel.Display();
            nanoFramework.Hardware.Esp32.Sleep.EnableWakeupByPin(nanoFramework.Hardware.Esp32.Sleep.WakeupGpioPin.Pin27, 0);
            Rig.SleepFor(Rig.Second);
        });
        VirtualBoard board = rig.Board;
        board.Happened += _ =>
        {
            if (count++ == at)
            {
                board.CutPower();
                callsAtCut = board.Counters.ApiCalls;
            }
        };
        board.ConnectPower();
        board.Timeline.Schedule(TimeSpan.FromSeconds(7.3), () => board.Button.Press(TimeSpan.FromMilliseconds(30)));
        board.Timeline.Schedule(TimeSpan.FromSeconds(9.1), board.Reset);
        rig.Run(TimeSpan.FromSeconds(12));
        if (callsAtCut < 0)
        {
            return count;
        }

        Assert.Equal(BoardState.Off, board.State);
        Assert.Equal(callsAtCut, board.Counters.ApiCalls);
        Assert.Null(board.Boot);
        board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.NotEqual(BoardState.Off, board.State);
        return count;
    }
}
