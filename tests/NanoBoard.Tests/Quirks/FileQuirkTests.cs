namespace NanoBoard.Tests.Quirks;

public sealed class FileQuirkTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_flushed_but_not_closed_is_lost_with_the_power(bool isOldFile)
    {
        using var rig = new Rig(() =>
        {
            FileStream file = File.Create("I:\\a");
            file.Write([4, 5, 6], 0, 3);
            file.Flush();
            Thread.Sleep(-1);
        });
        if (isOldFile)
        {
            rig.Board.Flash.WriteFile("a", [1]);
        }

        rig.Boot();
        rig.Run(Rig.Second);
        rig.Board.CutPower();
        Assert.Equal(isOldFile ? [1] : [], rig.Board.Flash.ReadFile("a"));
    }

    [Fact]
    public void A_power_cut_between_creation_and_close_leaves_a_new_file_empty()
    {
        using var rig = new Rig(() => File.WriteAllBytes("I:\\a", [1, 2, 3]));
        rig.Board.Faults.CutPowerAtFlashOperation(2, CutMode.Before);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Off, rig.Board.State);
        Assert.Empty(rig.Board.Flash.ReadFile("a")!);
    }

    [Fact]
    public void An_empty_file_is_there_and_reads_as_no_bytes()
    {
        using var rig = new Rig(() =>
        {
            Assert.True(File.Exists("I:\\a"));
            Assert.Empty(File.ReadAllBytes("I:\\a"));
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        rig.Board.Flash.WriteFile("a", []);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }
}
