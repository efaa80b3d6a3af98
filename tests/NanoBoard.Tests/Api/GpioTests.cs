using System.Device.Gpio;
using NanoBoard.Events;

namespace NanoBoard.Tests.Api;

public sealed class GpioTests
{
    [Fact]
    public void A_pin_opens_once_and_again_after_it_was_closed()
    {
        using Rig rig = Rig.Once(() =>
        {
            var controller = new GpioController();
            Assert.False(controller.IsPinOpen(27));
            GpioPin pin = controller.OpenPin(27, PinMode.InputPullUp);
            Assert.True(controller.IsPinOpen(27));
            Assert.Throws<InvalidOperationException>(() => controller.OpenPin(27));
            Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(27, PinMode.Input));
            controller.ClosePin(27);
            Assert.False(controller.IsPinOpen(27));
            Assert.Throws<ObjectDisposedException>(() => pin.Read());
            Assert.Throws<InvalidOperationException>(() => controller.ClosePin(27));
            Assert.Throws<InvalidOperationException>(() => controller.Read(27));
            pin = controller.OpenPin(27);
            Assert.Equal((27, PinMode.Input), (pin.PinNumber, pin.GetPinMode()));
        });
    }

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(31)]
    [InlineData(40)]
    [InlineData(-1)]
    public void Pins_that_the_chip_does_not_have_do_not_open(int pin)
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.True(new GpioController().IsPinOpen(pin));
            Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(pin));
        });
    }

    [Fact]
    public void A_flash_pin_is_a_misuse()
    {
        using Rig rig = Rig.Once(() => Assert.Throws<BoardMisuseException>(() => new GpioController().OpenPin(7)));
        Assert.Contains("GPIO7", Assert.Single(rig.Board.Misuses), StringComparison.Ordinal);
        Assert.Single(rig.Events<Misused>());
    }

    [Fact]
    public void Inputs_read_the_line_and_outputs_read_low()
    {
        using Rig rig = Rig.Once(() =>
        {
            var controller = new GpioController();
            Assert.Equal(PinValue.High, controller.OpenPin(27, PinMode.InputPullUp).Read());
            Assert.Equal(PinValue.High, controller.Read(27));
            Assert.Equal(PinValue.Low, controller.OpenPin(4, PinMode.InputPullDown).Read());
            GpioPin led = controller.OpenPin(2, PinMode.Output);
            led.Write(PinValue.High);
            controller.Write(2, PinValue.High);
            Assert.Equal(PinValue.Low, led.Read());
            Assert.Throws<ArgumentException>(() => controller.Write(27, PinValue.High));
            Assert.Throws<ArgumentException>(() => controller.OpenPin(34, PinMode.Output));
            controller.SetPinMode(2, PinMode.Input);
            Assert.Equal(PinMode.Input, led.GetPinMode());
        });
    }

    [Fact]
    public void Disposing_one_controller_closes_the_pins_of_all()
    {
        using Rig rig = Rig.Once(() =>
        {
            GpioPin pin = new GpioController().OpenPin(27);
            new GpioController().Dispose();
            Assert.Throws<ObjectDisposedException>(() => pin.Read());
        });
    }

    [Fact]
    public void A_button_held_at_subscription_yields_only_its_release()
    {
        (List<PinEventTypes> edges, Rig rig) = Listen(TimeSpan.Zero, TimeSpan.Zero, down: true);
        Assert.Empty(edges);
        rig.Board.Button.Up();
        rig.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal([PinEventTypes.Rising], edges);
        rig.Dispose();
    }

    [Fact]
    public void Without_debounce_edges_alternate_through_all_chatter()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (List<PinEventTypes> edges, Rig rig) = Listen(TimeSpan.Zero, TimeSpan.FromMilliseconds(3), seed: seed);
            rig.Board.Button.Press(TimeSpan.FromMilliseconds(200));
            rig.Run(TimeSpan.FromMilliseconds(500));
            Assert.True(edges.Count >= 6);
            Assert.All(edges.Select((edge, i) => (edge, i)), pair => Assert.Equal(pair.i % 2 == 0 ? PinEventTypes.Falling : PinEventTypes.Rising, pair.edge));
            Assert.Equal(PinEventTypes.Rising, edges[^1]);
            rig.Dispose();
        }
    }

    [Fact]
    public void With_debounce_a_press_is_two_edges_one_period_late_on_a_tick()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var at = new List<double>();
            (List<PinEventTypes> edges, Rig rig) = Listen(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(3), seed: seed, at: at);
            rig.Run(TimeSpan.FromMilliseconds(3)); // off the tick
            DateTimeOffset pressed = rig.Board.Now;
            rig.Board.Button.Press(TimeSpan.FromMilliseconds(203));
            rig.Run(TimeSpan.FromMilliseconds(500));
            Assert.Equal([PinEventTypes.Falling, PinEventTypes.Rising], edges);
            Assert.InRange(at[0] - (pressed.UtcTicks / 1e4), 20, 31);
            Assert.Equal(0, at[0] % 10, 3);
            rig.Dispose();
        }
    }

    [Fact]
    public void A_press_shorter_than_the_debounce_period_is_not_seen()
    {
        (List<PinEventTypes> edges, Rig rig) = Listen(TimeSpan.FromMilliseconds(50), TimeSpan.Zero);
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(20));
        rig.Run(TimeSpan.FromMilliseconds(500));
        Assert.Empty(edges);
        rig.Dispose();
    }

    [Fact]
    public void A_second_debounce_period_does_not_reach_the_timer()
    {
        var at = new List<double>();
        (List<PinEventTypes> edges, Rig rig) = Listen(TimeSpan.FromMilliseconds(100), TimeSpan.Zero, at: at, then: TimeSpan.FromMilliseconds(20));
        double pressed = rig.Board.Now.UtcTicks / 1e4;
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(400));
        rig.Run(TimeSpan.FromSeconds(1));
        Assert.InRange(at[0] - pressed, 90, 101);
        Assert.Equal(2, edges.Count);
        rig.Dispose();
    }

    [Fact]
    public void Debounce_below_a_tick_is_one_tick()
    {
        var at = new List<double>();
        (_, Rig rig) = Listen(TimeSpan.FromMilliseconds(1), TimeSpan.Zero, at: at);
        rig.Run(TimeSpan.FromMilliseconds(3));
        double pressed = rig.Board.Now.UtcTicks / 1e4;
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(100));
        rig.Run(TimeSpan.FromSeconds(1));
        Assert.InRange(at[0] - pressed, 0.1, 10.1);
        rig.Dispose();
    }

    [Fact]
    public void A_handler_that_throws_does_not_stop_the_program()
    {
        bool wentOn = false;
        using var rig = new Rig(() =>
        {
            GpioPin pin = new GpioController().OpenPin(27, PinMode.InputPullUp);
            pin.ValueChanged += (_, _) => throw new FormatException("in the handler");
            Thread.Sleep(500);
            wentOn = true;
            Thread.Sleep(-1);
        });
        rig.Boot();
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(100));
        rig.Run(Rig.Second);
        Assert.True(wentOn);
        Assert.NotEmpty(rig.Events<HandlerFailed>());
    }

    [Fact]
    public void A_removed_handler_is_not_called()
    {
        int calls = 0;
        using var rig = new Rig(() =>
        {
            GpioPin pin = new GpioController().OpenPin(27, PinMode.InputPullUp);
            PinValueChangedEventHandler handler = (_, e) => calls += e.PinNumber == 27 ? 1 : 100;
            pin.ValueChanged += handler;
            Thread.Sleep(1000);
            pin.ValueChanged -= handler;
            Thread.Sleep(-1);
        }, new BoardOptions { ButtonBounce = TimeSpan.Zero });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(10));
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(100));
        rig.Run(TimeSpan.FromSeconds(2));
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(100));
        rig.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Values_convert_as_on_the_device()
    {
        Assert.Equal((1, 0, true, (byte)1), ((int)PinValue.High, (int)PinValue.Low, (bool)(PinValue)5, (byte)(PinValue)true));
        Assert.True(PinValue.High == 1 && PinValue.Low != PinValue.High && PinValue.Low.Equals((object)(PinValue)0));
        Assert.Equal(("High", "Low"), (PinValue.High.ToString(), PinValue.Low.ToString()));
    }

    private static (List<PinEventTypes> Edges, Rig Rig) Listen(
        TimeSpan debounce, TimeSpan bounce, bool down = false, int seed = 1, List<double>? at = null, TimeSpan? then = null)
    {
        var edges = new List<PinEventTypes>();
        Rig? rig = null;
        rig = new Rig(
            () =>
            {
                GpioPin pin = new GpioController().OpenPin(27, PinMode.InputPullUp);
                pin.DebounceTimeout = debounce;
                pin.ValueChanged += (_, e) =>
                {
                    edges.Add(e.ChangeType);
                    at?.Add(rig!.Board.Now.UtcTicks / 1e4);
                };
                if (then is { } second)
                {
                    pin.DebounceTimeout = second;
                }

                Thread.Sleep(-1);
            },
            new BoardOptions { ButtonBounce = bounce, Seed = seed });
        if (down)
        {
            rig.Board.Button.Down();
        }

        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(100));
        return (edges, rig);
    }
}
