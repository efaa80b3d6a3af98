using System.Device.I2c;
using Iot.Device.Ssd13xx;
using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Tests.Chips;

/// <summary>Panels beside the usual one: the narrow glass, the SH1106, panels that a user attaches.</summary>
public sealed class OledPanelTests
{
    private static readonly BoardOptions s_narrow = new() { Panel = PanelKind.Ssd1306With32Rows };
    private static readonly BoardOptions s_sh1106 = new() { Panel = PanelKind.Sh1106 };

    [Fact]
    public void The_narrow_glass_shows_what_the_package_draws_for_it()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                var driver = new Ssd1306(Rig.OpenPanel(), Ssd13xx.DisplayResolution.OLED128x32);
                driver.ClearScreen();
                driver.DrawPixel(0, 0);
                driver.DrawPixel(127, 31);
                driver.Display();
            },
            s_narrow);
        OledPanel panel = rig.Board.Panel;
        Assert.Equal((128, 32), (panel.Columns, panel.Rows));
        Assert.Equal([(0, 0), (127, 31)], Lit(panel));
        Assert.Equal(512, panel.Snapshot().Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => panel.Pixel(0, 32));
    }

    [Fact]
    public void A_program_for_64_rows_shows_every_second_line_on_the_narrow_glass()
    {
        using Rig rig = Rig.Once(
            () =>
            {
                var driver = new Ssd1306(Rig.OpenPanel());
                driver.ClearScreen();
                for (int y = 0; y < 64; y++)
                {
                    driver.DrawPixel(y, y);
                }

                driver.Display();
            },
            s_narrow);
        Assert.Equal(Enumerable.Range(0, 32).Select(y => ((2 * y) + 1, y)), Lit(rig.Board.Panel).OrderBy(point => point.Y));
    }

    [Fact]
    public void An_sh1106_shows_a_page_that_is_written_from_column_2()
    {
        using Rig rig = Draw(s_sh1106, [0x00, 0xA1, 0xC8, 0xAF], Fill(0, page: 0), Fill(0, page: 1), [0x00, 0xB1, 0x02, 0x10], [0x40, 0x81, 0x02]);
        Assert.Equal([(0, 8), (0, 15), (1, 9)], Lit(rig.Board.Panel).Where(point => point.Y is >= 8 and < 16));
        Assert.True(rig.Board.Panel.IsLit, "Its converter is on after reset: no charge pump command is needed.");
        Assert.Equal(132 * 8, rig.Board.Panel.ReadRam().Length);
    }

    [Fact]
    public void Segments_beside_the_glass_of_an_sh1106_are_not_seen()
    {
        using Rig rig = Draw(s_sh1106, [.. Setup().Concat([[0x00, 0xB0, 0x00, 0x10], [0x40, 0xFF, 0xFF, 0x01], [0x00, 0xB0, 0x02, 0x18], [0x40, 0xFF, 0xFF]])]);
        Assert.Equal([(0, 0)], Lit(rig.Board.Panel));
    }

    [Fact]
    public void A_program_that_counts_on_horizontal_addressing_writes_its_pages_one_over_another_on_an_sh1106()
    {
        byte[] frame = [0x40, .. Enumerable.Repeat((byte)0x00, 1024 - 128), .. Enumerable.Repeat((byte)0x01, 128)];
        using Rig usual = Draw(new BoardOptions(), [0x00, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xAF, 0x21, 0, 127, 0x22, 0, 7], frame);
        using Rig other = Draw(s_sh1106, [.. Setup().Concat([[0x00, 0xB0, 0x20, 0x00, 0x21, 0x00, 0x22, 0x00], frame])]);
        Assert.All(Lit(usual.Board.Panel), point => Assert.Equal(56, point.Y));
        Assert.All(Lit(other.Board.Panel), point => Assert.Equal(0, point.Y));
        Assert.NotEmpty(Lit(other.Board.Panel));
    }

    [Fact]
    public void A_read_modify_write_puts_the_pointer_of_an_sh1106_back()
    {
        using Rig rig = Draw(s_sh1106, [.. Setup().Concat([[0x00, 0xB0, 0x05, 0x10, 0xE0], [0x40, 0x01, 0x01], [0x00, 0xEE], [0x40, 0x02]])]);
        Assert.Equal([(3, 1), (4, 0)], Lit(rig.Board.Panel));
    }

    [Fact]
    public void The_converter_of_an_sh1106_switches_its_light()
    {
        using Rig rig = Draw(s_sh1106, [.. Setup().Concat([[0x00, 0xA5], [0x00, 0xAD, 0x8A]])]);
        Assert.True(rig.Board.Panel.On);
        Assert.False(rig.Board.Panel.IsLit);
    }

    [Fact]
    public void A_second_panel_is_attached_beside_the_first_and_has_the_boards_power()
    {
        using var rig = new Rig(() =>
        {
            Rig.WireI2c();
            var device = I2cDevice.Create(new I2cConnectionSettings(1, Ssd1306.SecondaryI2cAddress));
            Assert.Equal(I2cTransferStatus.FullTransfer, device.Write(new byte[] { 0x00, 0x8D, 0x14, 0xA5, 0xAF }).Status);
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        Ssd1306Chip second = rig.Board.I2c.Attach(0x3D, new Ssd1306Chip(rows: 32));
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal(128 * 32, Lit(second).Length);
        Assert.False(rig.Board.Panel.On);
        Assert.Empty(rig.Events<PanelSwitched>());
        rig.Board.CutPower();
        Assert.Empty(Lit(second));
        Sh1106Chip late = new();
        rig.Board.ConnectPower();
        rig.Board.I2c.Attach(0x3C, late);
        Assert.True(((II2cTarget)late).Answers);
    }

    [Fact]
    public void A_glass_of_another_height_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Ssd1306Chip(rows: 48));

    [Fact]
    public void A_picture_of_a_panel_has_its_size()
    {
        byte[] png = new Ssd1306Chip(rows: 32).ToPng(scale: 3);
        Assert.Equal([3 * (128 + 8), 3 * (32 + 8)], [System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))]);
    }

    private static (int X, int Y)[] Lit(OledPanel panel) =>
        [.. from x in Enumerable.Range(0, panel.Columns) from y in Enumerable.Range(0, panel.Rows) where panel.Pixel(x, y) select (x, y)];

    /// <summary>An upright SH1106 with an empty RAM.</summary>
    private static IEnumerable<byte[]> Setup() =>
        new byte[][] { [0x00, 0xA1, 0xC8, 0xAF] }.Concat(Enumerable.Range(0, 8).SelectMany(page => new[] { [0x00, (byte)(0xB0 + page), 0x00, 0x10], Enumerable.Repeat((byte)0, 132).Prepend((byte)0x40).ToArray() }));

    private static byte[] Fill(byte value, int page) => [0x80, (byte)(0xB0 + page), 0x80, 0x00, 0x80, 0x10, 0x40, .. Enumerable.Repeat(value, 132)];

    private static Rig Draw(BoardOptions options, params byte[][] writes) => Rig.Once(
        () =>
        {
            I2cDevice device = Rig.OpenPanel();
            foreach (byte[] write in writes)
            {
                Assert.Equal(I2cTransferStatus.FullTransfer, device.Write(write).Status);
            }
        },
        options);
}
