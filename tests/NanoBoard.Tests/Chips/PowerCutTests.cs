using NanoBoard.Events;

namespace NanoBoard.Tests.Chips;

/// <summary>Cuts at every durable step of a program that creates, overwrites, moves and deletes.</summary>
public sealed class PowerCutTests
{
    private const int Steps = 7;

    private static readonly byte[] s_old = [.. Enumerable.Repeat((byte)0xAA, 40)];
    private static readonly byte[] s_new = [.. Enumerable.Repeat((byte)0x55, 60)];

    public static TheoryData<int, CutMode> EveryCut()
    {
        var cuts = new TheoryData<int, CutMode>();
        for (int step = 1; step <= Steps; step++)
        {
            foreach (CutMode mode in Enum.GetValues<CutMode>())
            {
                cuts.Add(step, mode);
            }
        }

        return cuts;
    }

    [Fact]
    public void The_program_has_the_steps_that_are_cut()
    {
        using Rig rig = Rig.Once(Program);
        Assert.Equal(Steps, rig.Board.Flash.Operations);
        Assert.Equal(["b", "d"], rig.Board.Flash.Names);
    }

    [Theory]
    [MemberData(nameof(EveryCut))]
    public void A_cut_leaves_exactly_what_was_durable_by_then(int step, CutMode mode)
    {
        using var rig = new Rig(Program);
        rig.Board.Faults.CutPowerAtFlashOperation(step, mode);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(BoardState.Off, rig.Board.State);
        Assert.Single(rig.Events<PowerLost>());
        Assert.Equal(step, rig.Board.Flash.Operations);
        if (mode == CutMode.Torn)
        {
            Assert.Equal(step - 1, rig.Events<FlashChanged>().Count());
            return;
        }

        int durable = mode == CutMode.Before ? step - 1 : step;
        Assert.Equal(durable, rig.Events<FlashChanged>().Count());
        Assert.Equal(Expected(durable), Describe(rig));
    }

    [Theory]
    [MemberData(nameof(EveryCut))]
    public void After_any_cut_the_board_boots_and_the_plan_is_used_up(int step, CutMode mode)
    {
        using var rig = new Rig(Program);
        rig.Board.Faults.CutPowerAtFlashOperation(step, mode);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));
        foreach (string name in rig.Board.Flash.Names)
        {
            rig.Board.Flash.DeleteFile(name);
        }

        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
        Assert.Equal(["b", "d"], rig.Board.Flash.Names);
    }

    [Fact]
    public void A_torn_write_is_a_mix_of_new_old_and_erased_bytes_and_differs_by_seed()
    {
        var seen = new HashSet<string>();
        for (int seed = 0; seed < 60; seed++)
        {
            using var rig = new Rig(
                () =>
                {
                    File.WriteAllBytes("I:\\a", s_new);
                    Thread.Sleep(-1);
                },
                new BoardOptions { Seed = seed });
            rig.Board.Flash.WriteFile("a", s_old);
            rig.Board.Faults.CutPowerAtFlashOperation(1, CutMode.Torn);
            rig.Board.ConnectPower();
            rig.Run(Rig.Second);

            byte[] torn = rig.Board.Flash.ReadFile("a")!;
            int fresh = torn.TakeWhile(value => value == 0x55).Count();
            byte[] rest = [.. torn.Skip(fresh)];
            Assert.True(rest.All(value => value == 0xAA) || rest.All(value => value == 0xFF), Convert.ToHexString(torn));
            Assert.InRange(torn.Length, 0, s_new.Length);
            seen.Add(Convert.ToHexString(torn));
        }

        Assert.True(seen.Count > 30);
        Assert.Contains(seen, torn => torn.EndsWith("AA", StringComparison.Ordinal));
        Assert.Contains(seen, torn => torn.EndsWith("FF", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_can_be_taken_back()
    {
        using var rig = new Rig(Program);
        rig.Board.Faults.CutPowerAtFlashOperation(1, CutMode.Before);
        rig.Board.Faults.CancelCut();
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void A_cut_while_the_flash_is_busy_changes_nothing()
    {
        using var rig = new Rig(() =>
        {
            File.WriteAllBytes("I:\\a", s_new);
            Thread.Sleep(-1);
        });
        rig.Board.Flash.WriteFile("a", s_old);
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(4));
        rig.Board.CutPower();
        Assert.Equal(s_old, rig.Board.Flash.ReadFile("a"));
        Assert.Equal(0, rig.Board.Flash.Operations);
    }

    private static void Program()
    {
        File.WriteAllBytes("I:\\a", s_old); // 1 creates, 2 writes
        File.WriteAllBytes("I:\\a", s_new); // 3
        File.Move("I:\\a", "I:\\b"); // 4
        File.WriteAllBytes("I:\\d", s_old); // 5, 6
        using (FileStream file = File.Open("I:\\d", FileMode.Open))
        {
            file.Write(s_new, 0, 10);
        } // 7

        FallAsleep();
    }

    private static void FallAsleep() => nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();

    private static string Expected(int durableSteps) => durableSteps switch
    {
        0 => "",
        1 => "a:0",
        2 => "a:40",
        3 => "a:60",
        4 => "b:60",
        5 => "b:60 d:0",
        6 => "b:60 d:40",
        _ => "b:60 d:40 changed",
    };

    private static string Describe(Rig rig)
    {
        string files = string.Join(' ', rig.Board.Flash.Names.Select(name => $"{name}:{rig.Board.Flash.ReadFile(name)!.Length}"));
        return rig.Board.Flash.ReadFile("d") is [0x55, ..] ? files + " changed" : files;
    }
}
