using System.Device.Gpio;
using NanoBoard.Events;

namespace NanoBoard.Tests.Chips;

public sealed class PushButtonTests
{
    [Fact]
    public void It_pulls_its_line_to_ground_while_it_is_down()
    {
        using Rig rig = Watch(out List<(double Ms, bool Level)> levels, TimeSpan.Zero);
        rig.Board.Button.Down();
        rig.Run(TimeSpan.FromMilliseconds(50));
        Assert.True(rig.Board.Button.IsDown);
        rig.Board.Button.Up();
        rig.Run(TimeSpan.FromMilliseconds(50));
        Assert.Equal([true, false, true], levels.Select(entry => entry.Level));
    }

    [Fact]
    public void The_contact_chatters_for_a_few_milliseconds_and_comes_to_rest()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            using Rig rig = Watch(out List<(double Ms, bool Level)> levels, TimeSpan.FromMilliseconds(3), seed);
            double pressed = rig.Board.Now.UtcTicks / 1e4;
            rig.Board.Button.Down();
            rig.Run(TimeSpan.FromMilliseconds(60));
            List<(double Ms, bool Level)> edges = levels[1..];
            Assert.True(edges.Count >= 1);
            Assert.All(edges, edge => Assert.InRange(edge.Ms - pressed, 0, 3.2));
            Assert.False(edges[^1].Level);
            Assert.True(rig.Board.Button.IsDown);
        }
    }

    [Fact]
    public void A_press_is_down_and_up_once_whatever_the_contact_does()
    {
        using var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.ConnectPower();
        DateTimeOffset start = rig.Board.Now;
        rig.Board.Button.PressAt(start.AddSeconds(2), TimeSpan.FromMilliseconds(150));
        rig.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(
            [new ButtonChanged(start.AddSeconds(2), true), new ButtonChanged(start.AddMilliseconds(2150), false)],
            rig.Events<ButtonChanged>());
    }

    [Fact]
    public void Down_twice_is_down_once()
    {
        using var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.Button.Down();
        rig.Board.Button.Down();
        rig.Board.Button.Up();
        rig.Board.Button.Up();
        Assert.Equal(2, rig.Events<ButtonChanged>().Count());
    }

    [Fact]
    public void A_very_short_press_still_comes_to_rest_open()
    {
        using Rig rig = Watch(out List<(double Ms, bool Level)> levels, TimeSpan.FromMilliseconds(3));
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(1));
        rig.Run(TimeSpan.FromMilliseconds(100));
        Assert.True(levels[^1].Level);
    }

    [Fact]
    public void Stuck_it_is_down_whatever_the_finger_does()
    {
        using Rig rig = Watch(out List<(double Ms, bool Level)> levels, TimeSpan.Zero);
        rig.Board.Button.Held = true;
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(20));
        rig.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal([true, false], levels.Select(entry => entry.Level));
        rig.Board.Button.Held = false;
        rig.Run(TimeSpan.FromMilliseconds(10));
        Assert.Equal([true, false, true], levels.Select(entry => entry.Level));
    }

    /// <summary>A firmware that samples the line as fast as it can and notes the changes.</summary>
    private static Rig Watch(out List<(double Ms, bool Level)> levels, TimeSpan bounce, int seed = 1)
    {
        var seen = new List<(double, bool)>();
        levels = seen;
        Rig? rig = null;
        rig = new Rig(
            () =>
            {
                GpioPin pin = new GpioController().OpenPin(27, PinMode.InputPullUp);
                bool last = false;
                while (true)
                {
                    bool level = (bool)pin.Read();
                    if (level != last)
                    {
                        seen.Add((rig!.Board.Now.UtcTicks / 1e4, level));
                        last = level;
                    }
                }
            },
            new BoardOptions { ButtonBounce = bounce, Seed = seed });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(10));
        return rig;
    }
}
