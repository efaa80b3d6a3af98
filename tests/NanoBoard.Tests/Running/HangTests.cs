using NanoBoard.Events;

namespace NanoBoard.Tests.Running;

public sealed class HangTests
{
    [Fact]
    public void A_main_that_returns_hangs_the_chip_until_reset()
    {
        int starts = 0;
        using var rig = new Rig(() => starts++);
        rig.Board.ConnectPower();
        rig.Board.Advance(TimeSpan.FromHours(1));
        Assert.Equal(BoardState.Hung, rig.Board.State);
        Assert.Contains("returned", rig.Board.HungBecause, StringComparison.Ordinal);
        Assert.Single(rig.Events<FirmwareHung>());

        rig.Board.Button.Press(Rig.Second);
        rig.Board.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, starts);

        rig.Board.Reset();
        rig.Board.Advance(Rig.Second);
        Assert.Equal(2, starts);
        rig.Board.CutPower();
        rig.Board.ConnectPower();
        rig.Board.Advance(Rig.Second);
        Assert.Equal(3, starts);
    }

    [Fact]
    public void A_main_that_throws_hangs_the_chip_and_the_host_sees_why()
    {
        using var rig = new Rig(() => throw new FormatException("bad"));
        rig.Board.ConnectPower();
        rig.Board.Advance(Rig.Second);
        Assert.Equal(BoardState.Hung, rig.Board.State);
        Assert.IsType<FormatException>(rig.Board.FirmwareException);
        Assert.Contains("FormatException", rig.Board.HungBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hung_chip_counts_as_awake()
    {
        using var rig = new Rig(() => { });
        rig.Board.ConnectPower();
        rig.Board.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), rig.Board.Counters.AwakeTime);
    }
}
