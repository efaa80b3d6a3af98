using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Tests.Chips;

public sealed class FlashVolumeTests
{
    [Fact]
    public void A_new_file_is_a_creation_and_a_write()
    {
        using Rig rig = Rig.Once(() => File.WriteAllBytes("I:\\a", [1, 2, 3]));
        Assert.Equal([1, 2, 3], rig.Board.Flash.ReadFile("a"));
        Assert.Equal(
            [new FlashOperation(1, FlashOperationKind.Create, "a", 0), new FlashOperation(2, FlashOperationKind.Write, "a", 3)],
            rig.Events<FlashChanged>().Select(e => e.Operation));
        Assert.Equal(2, rig.Board.Flash.Operations);
        Assert.Equal(2, rig.Board.Counters.FlashOperations);
        Assert.Equal(3, rig.Board.Flash.UsedBytes);
    }

    [Fact]
    public void Overwriting_is_one_durable_step_at_the_close()
    {
        byte[]? whileOpen = null;
        Rig? rig = null;
        rig = new Rig(() =>
        {
            File.WriteAllBytes("I:\\a", [1, 2, 3]);
            using (FileStream file = File.Create("I:\\a"))
            {
                file.Write([9], 0, 1);
                file.Flush();
                whileOpen = rig!.Board.Flash.ReadFile("a");
            }

            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal([1, 2, 3], whileOpen);
        Assert.Equal([9], rig.Board.Flash.ReadFile("a"));
        Assert.Equal(3, rig.Board.Flash.Operations);
        rig.Dispose();
    }

    [Fact]
    public void Files_survive_power_cuts_and_sleep()
    {
        using Rig rig = Rig.Once(() => File.WriteAllBytes("I:\\a", [1]));
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromDays(1000));
        rig.Board.ConnectPower();
        Assert.Equal([1], rig.Board.Flash.ReadFile("a"));
    }

    [Fact]
    public void A_snapshot_can_be_put_back_any_number_of_times()
    {
        using Rig rig = Rig.Once(() => File.WriteAllBytes("I:\\a", [1]));
        FlashSnapshot before = rig.Board.Flash.Snapshot();
        rig.Board.Flash.WriteFile("a", [2]);
        rig.Board.Flash.WriteFile("b", [3]);
        rig.Board.Flash.Restore(before);
        Assert.Equal(["a"], rig.Board.Flash.Names);
        rig.Board.Flash.Corrupt("a", 0);
        Assert.Equal([0xFE], rig.Board.Flash.ReadFile("a"));
        rig.Board.Flash.Restore(before);
        Assert.Equal([1], rig.Board.Flash.ReadFile("a"));
        Assert.Equal(["a"], before.Names);
    }

    [Fact]
    public void Files_can_be_damaged_from_outside()
    {
        using Rig rig = Rig.Once(() => File.WriteAllBytes("I:\\a", [1, 2, 3, 4]));
        rig.Board.Flash.Corrupt("a", 1, 0x80);
        Assert.Equal([1, 0x82, 3, 4], rig.Board.Flash.ReadFile("a"));
        rig.Board.Flash.Truncate("a", 2);
        Assert.Equal([1, 0x82], rig.Board.Flash.ReadFile("a"));
        Assert.Throws<FileNotFoundException>(() => rig.Board.Flash.Corrupt("b", 0));
        Assert.True(rig.Board.Flash.DeleteFile("a"));
        Assert.Null(rig.Board.Flash.ReadFile("a"));
    }

    [Fact]
    public void A_failing_flash_throws_and_keeps_the_old_content()
    {
        Rig? rig = null;
        rig = Rig.Once(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            Nano.System.IO.FileStream file = File.Open("I:\\a", FileMode.Open);
            file.WriteByte(2);
            FailWrites(true);
            Assert.Throws<IOException>(file.Close);
            Assert.Throws<IOException>(() => File.WriteAllBytes("I:\\b", [1]));
            Assert.Throws<IOException>(() => File.Delete("I:\\a"));
            Assert.Throws<IOException>(() => File.Move("I:\\a", "I:\\c"));
            Assert.Equal([1], File.ReadAllBytes("I:\\a"));
            FailWrites(false);
            File.WriteAllBytes("I:\\b", [1]);
        });
        Assert.Equal(["a", "b"], rig.Board.Flash.Names);
        rig.Dispose();
    }

    [Fact]
    public void A_volume_that_cannot_be_mounted_is_formatted_at_the_next_boot()
    {
        bool? exists = null;
        using var rig = new Rig(() =>
        {
            exists = File.Exists("I:\\a");
            File.WriteAllBytes("I:\\a", [1]);
            Rig.SleepFor(Rig.Second);
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(500));
        rig.Board.Flash.FailMount();
        Assert.Equal(["a"], rig.Board.Flash.Names);
        rig.Run(TimeSpan.FromSeconds(1.5));
        Assert.False(exists);
        Assert.Single(rig.Events<FlashFormatted>());
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.True(exists);
    }

    [Fact]
    public void A_full_volume_refuses_and_keeps_what_it_holds()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                File.WriteAllBytes("I:\\a", new byte[90]);
                Assert.Throws<IOException>(() => File.WriteAllBytes("I:\\b", new byte[11]));
                File.WriteAllBytes("I:\\a", new byte[100]);
            },
            new BoardOptions { FlashCapacity = 100 });
        Assert.Equal(100, rig.Board.Flash.UsedBytes);
    }

    private static void FailWrites(bool fail) => Rig.Here.Flash.FailWrites = fail;
}
