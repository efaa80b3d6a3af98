using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Running;

public sealed class UnwindingTests
{
    [Fact]
    public void Deep_sleep_gets_through_a_catch_all()
    {
        int after = 0;
        using var rig = new Rig(() =>
        {
            try
            {
                Sleep.StartDeepSleep();
            }
            catch (Exception)
            {
                after++;
            }

            Thread.Sleep(1);
            after++;
        });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
        Assert.Equal(1, after);
    }

    [Fact]
    public void Finally_blocks_and_usings_have_no_effect_once_the_chip_sleeps()
    {
        using var rig = new Rig(() =>
        {
            using FileStream open = File.Create("I:\\open");
            open.Write([1, 2, 3], 0, 3);
            try
            {
                Sleep.StartDeepSleep();
            }
            finally
            {
                File.WriteAllBytes("I:\\late", [1]);
            }
        });
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal(["open"], rig.Board.Flash.Names);
        Assert.Empty(rig.Board.Flash.ReadFile("open")!);
        Assert.Equal(1, rig.Board.Flash.Operations);
    }

    [Fact]
    public void A_power_cut_between_two_calls_stops_the_program_there()
    {
        int step = 0;
        using var rig = new Rig(() =>
        {
            try
            {
                step = 1;
                Thread.Sleep(1000);
                step = 2;
            }
            catch (Exception)
            {
                File.WriteAllBytes("I:\\caught", [1]);
            }
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(500));
        rig.Board.CutPower();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(BoardState.Off, rig.Board.State);
        Assert.Equal(1, step);
        Assert.Empty(rig.Board.Flash.Names);
    }

    [Fact]
    public void A_power_cut_from_an_event_acts_at_once()
    {
        int step = 0;
        using var rig = new Rig(() =>
        {
            step = 1;
            Thread.Sleep(1000);
            step = 2;
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Board.Timeline.Schedule(Rig.Second, rig.Board.CutPower);
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal((BoardState.Off, 1), (rig.Board.State, step));
    }

    [Fact]
    public void A_reset_from_an_event_starts_the_program_anew()
    {
        int starts = 0;
        using var rig = new Rig(() =>
        {
            starts++;
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Board.Timeline.Schedule(Rig.Second, rig.Board.Reset);
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal((BoardState.Awake, 2), (rig.Board.State, starts));
    }

    [Fact]
    public void A_program_that_catches_for_ever_is_left_behind()
    {
        int starts = 0;
        using var rig = new Rig(() =>
        {
            starts++;
            while (true)
            {
                try
                {
                    Thread.Sleep(1000);
                }
                catch (Exception)
                {
                    // A retry loop that a real device would simply be switched off in.
                }
            }
        });
        rig.Boot();
        rig.Board.CutPower();
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal((BoardState.Awake, 2), (rig.Board.State, starts));
    }

    [Fact]
    public void An_object_that_survived_in_a_static_field_is_a_misuse()
    {
        System.Device.Gpio.GpioPin? kept = null;
        Exception? thrown = null;
        using var rig = new Rig(() =>
        {
            kept ??= new System.Device.Gpio.GpioController().OpenPin(27);
            thrown = Record.Exception(() => kept.Read());
            Rig.SleepFor(Rig.Second);
        });
        rig.Boot();
        Assert.Null(thrown);
        rig.Run(TimeSpan.FromSeconds(3));
        Assert.IsType<BoardMisuseException>(thrown);
        Assert.NotEmpty(rig.Board.Misuses);
    }
}
