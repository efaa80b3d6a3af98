using NanoBoard.Chips;
using Iot.Device.Ssd13xx;
using Iot.Device.Ssd13xx.Commands;
using Iot.Device.Ssd13xx.Commands.Ssd1306Commands;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Api;

public sealed class Ssd1306DriverTests
{
    [Fact]
    public void Construction_switches_the_panel_on_with_its_noise()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            Assert.Equal((128, 64, 8), (panel.Width, panel.Height, panel.Pages));
        });
        Assert.True(rig.Board.Panel.IsLit);
        Assert.Equal(0xCF, rig.Board.Panel.Contrast);
        Assert.Equal(26, rig.Board.Counters.I2cBytesWritten);
        Assert.Contains(rig.Board.Panel.Snapshot(), cell => cell != 0);
    }

    [Fact]
    public void A_frame_is_16_transactions_and_1064_bytes_and_about_24_milliseconds()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                var panel = new Ssd1306(Rig.OpenPanel());
                ulong before = HighResTimer.GetCurrent();
                panel.Display();
                Assert.InRange(HighResTimer.GetCurrent() - before, 24_000UL, 26_500UL);
            });
        Assert.Equal((17L, 1064L + 26), (rig.Board.Counters.I2cTransactions, rig.Board.Counters.I2cBytesWritten));
        Assert.All(rig.Board.Panel.Snapshot(), cell => Assert.Equal(0, cell));
    }

    [Fact]
    public void An_aligned_bitmap_lands_upright_where_it_was_drawn()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            panel.DrawDirectAligned(10, 16, 3, 16, [1, 2, 3, 4, 5, 6]);
            panel.ClearDirectAligned(11, 16, 1, 8);
            panel.Display();
        });
        byte[] seen = rig.Board.Panel.Snapshot();
        Assert.Equal([1, 0, 3], seen[(256 + 10)..(256 + 13)]);
        Assert.Equal([4, 5, 6], seen[(384 + 10)..(384 + 13)]);
        Assert.Equal(5, seen.Count(cell => cell != 0));
        Assert.True(rig.Board.Panel.Pixel(10, 16));
    }

    [Fact]
    public void Nothing_shows_before_display()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            panel.ClearScreen();
            panel.DrawDirectAligned(0, 0, 1, 8, [0xFF]);
        });
        Assert.All(rig.Board.Panel.Snapshot(), cell => Assert.Equal(0, cell));
    }

    [Fact]
    public void The_picture_stays_over_deep_sleep_and_goes_with_the_power()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            panel.DrawDirectAligned(0, 0, 1, 8, [0x81]);
            panel.Display();
            panel.Dispose();
        });
        rig.Run(TimeSpan.FromDays(2));
        Assert.Equal(0x81, rig.Board.Panel.Snapshot()[0]);
        rig.Board.CutPower();
        Assert.False(rig.Board.Panel.On);
        Assert.Equal(0, rig.Board.Panel.Snapshot()[0]);
    }

    [Fact]
    public void Misaligned_drawing_is_refused()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            Assert.Throws<ArgumentException>(() => panel.DrawDirectAligned(0, 4, 1, 8, [0]));
            Assert.Throws<ArgumentException>(() => panel.DrawDirectAligned(0, 0, 1, 4, [0]));
            Assert.Throws<ArgumentException>(() => panel.DrawDirectAligned(0, 0, 2, 8, [0]));
            Assert.Throws<ArgumentException>(() => panel.ClearDirectAligned(0, 3, 1, 8));
        });
    }

    [Fact]
    public void Drawing_past_the_end_is_refused_with_a_type_of_its_own()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            Assert.Throws<ArgumentOutOfRangeException>(() => panel.DrawDirectAligned(0, 64, 8, 8, new byte[8]));
            Assert.Throws<ArgumentOutOfRangeException>(() => panel.DrawDirectAligned(-8, 0, 8, 8, new byte[8]));
            Assert.Throws<ArgumentOutOfRangeException>(() => panel.ClearDirectAligned(0, 56, 128, 16));
        });
    }

    [Fact]
    public void Pixels_are_turned_by_the_orientation_and_cost_time()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            ulong before = HighResTimer.GetCurrent();
            panel.DrawPixel(5, 9);
            Assert.InRange(HighResTimer.GetCurrent() - before, 200UL, 400UL);
            panel.Orientation = DisplayOrientation.Landscape180;
            panel.DrawPixel(5, 9);
            panel.DrawPixel(500, 9);
            panel.DrawPixel(-1, 9);
            panel.Display();
        });
        OledPanel seen = rig.Board.Panel;
        Assert.True(seen.Pixel(5, 9));
        Assert.True(seen.Pixel(127 - 5, 63 - 9));
        Assert.Equal(2, seen.Snapshot().Sum(cell => System.Numerics.BitOperations.PopCount(cell)));
    }

    [Fact]
    public void A_missing_panel_is_not_noticed()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                var panel = new Ssd1306(Rig.OpenPanel());
                panel.ClearScreen();
            },
            new BoardOptions { HasPanel = false });
        Assert.Empty(rig.Board.Misuses);
    }

    [Fact]
    public void A_command_overwrites_the_frame_and_sends_its_pixels_as_commands()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            panel.ClearScreen();
            panel.DrawDirectAligned(64, 0, 1, 8, [0xAE]); // as a pixel column harmless, as a command: panel off
            panel.SendCommand(new SetNormalDisplay());
            panel.Display();
        });
        Assert.False(rig.Board.Panel.On);
        Assert.Equal(26 + 1064 + 1028 + 1064, rig.Board.Counters.I2cBytesWritten);
        Assert.Equal(0xA6, rig.Board.Panel.ReadRam()[126]); // the command stands in the frame, column 1
    }

    [Fact]
    public void A_shared_command_overflows_the_stack()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            Assert.Throws<BoardMisuseException>(() => panel.SendCommand(new SetDisplayOff()));
            Assert.Throws<BoardMisuseException>(() => panel.SendCommand(new SetDisplayOn()));
        });
        Assert.Equal(2, rig.Board.Misuses.Count);
    }

    [Theory]
    [InlineData(Ssd13xx.DisplayResolution.OLED128x32, 128, 32, 26)]
    [InlineData(Ssd13xx.DisplayResolution.OLED96x16, 96, 16, 26)]
    [InlineData(Ssd13xx.DisplayResolution.OLED64x128, 64, 128, 27)]
    public void Other_sizes_have_their_tables(Ssd13xx.DisplayResolution resolution, int width, int height, int bytes)
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel(), resolution);
            Assert.Equal((width, height), (panel.Width, panel.Height));
        });
        Assert.Equal(bytes, rig.Board.Counters.I2cBytesWritten);
    }

    [Fact]
    public void A_reset_line_is_pulsed_and_closed_again()
    {
        using Rig rig = Rig.Once(() =>
        {
            var controller = new System.Device.Gpio.GpioController();
            var panel = new Ssd1306(Rig.OpenPanel(), Ssd13xx.DisplayResolution.OLED128x64, resetPin: 4, gpio: controller, shouldDispose: false);
            Assert.True(controller.IsPinOpen(4));
            panel.Dispose();
            Assert.False(controller.IsPinOpen(4));
        });
    }
}
