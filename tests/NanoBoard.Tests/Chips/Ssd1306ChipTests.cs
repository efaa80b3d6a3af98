using System.Device.I2c;
using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Tests.Chips;

public sealed class Ssd1306ChipTests
{
    private static readonly byte[] s_plain = [0x00, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xA8, 0x3F, 0xD3, 0x00, 0x40, 0xA4, 0xA6, 0xAF];

    [Fact]
    public void A_fresh_panel_is_dark_and_full_of_seeded_noise()
    {
        using Rig first = Rig.Once(() => { }, new BoardOptions { Seed = 7 });
        using Rig same = Rig.Once(() => { }, new BoardOptions { Seed = 7 });
        using Rig other = Rig.Once(() => { }, new BoardOptions { Seed = 8 });
        Assert.False(first.Board.Panel.On);
        Assert.All(first.Board.Panel.Snapshot(), cell => Assert.Equal(0, cell));
        Assert.InRange(first.Board.Panel.ReadRam().Sum(cell => System.Numerics.BitOperations.PopCount(cell)), 3500, 4700);
        Assert.Equal(first.Board.Panel.ReadRam(), same.Board.Panel.ReadRam());
        Assert.NotEqual(first.Board.Panel.ReadRam(), other.Board.Panel.ReadRam());
    }

    [Fact]
    public void Each_power_up_has_other_noise_and_a_deep_sleep_keeps_it()
    {
        using Rig rig = Rig.Once(() => { });
        byte[] ram = rig.Board.Panel.ReadRam();
        rig.Run(TimeSpan.FromDays(1));
        Assert.Equal(ram, rig.Board.Panel.ReadRam());
        rig.Board.CutPower();
        rig.Board.ConnectPower();
        Assert.NotEqual(ram, rig.Board.Panel.ReadRam());
    }

    [Fact]
    public void The_upright_mapping_puts_the_first_byte_at_the_top_left()
    {
        using Rig rig = Draw(s_plain, Data(0b0000_0101, 0b1000_0000));
        OledPanel panel = rig.Board.Panel;
        Assert.True(panel.Pixel(0, 0));
        Assert.False(panel.Pixel(0, 1));
        Assert.True(panel.Pixel(0, 2));
        Assert.True(panel.Pixel(1, 7));
        Assert.False(panel.Pixel(1, 0));
        Assert.Equal(0b0000_0101, panel.Snapshot()[0]);
        Assert.Equal(0b1000_0000, panel.Snapshot()[1]);
    }

    [Fact]
    public void Without_the_charge_pump_or_switched_off_all_is_dark()
    {
        using Rig noPump = Draw([.. s_plain, 0x8D, 0x10], Fill(0xFF));
        Assert.True(noPump.Board.Panel.On);
        Assert.False(noPump.Board.Panel.IsLit);
        Assert.False(noPump.Board.Panel.Pixel(5, 5));
        using Rig off = Draw(s_plain, Fill(0xFF), [0x00, 0xAE]);
        Assert.False(off.Board.Panel.On);
        Assert.Equal(new byte[1024], off.Board.Panel.Snapshot());
        Assert.Equal([true, false], off.Events<PanelSwitched>().Select(e => e.On));
    }

    [Fact]
    public void Inverse_all_on_and_contrast_are_what_one_sees()
    {
        using Rig inverse = Draw([.. s_plain, 0xA7], Fill(0x0F));
        Assert.Equal(0xF0, inverse.Board.Panel.Snapshot()[500]);
        using Rig allOn = Draw([.. s_plain, 0xA5, 0x81, 0x22], Fill(0x00));
        Assert.True(allOn.Board.Panel.Pixel(127, 63));
        Assert.Equal(0xFF, allOn.Board.Panel.Snapshot()[0]);
        Assert.Equal(0x22, allOn.Board.Panel.Contrast);
    }

    [Fact]
    public void Column_remap_acts_while_writing_and_row_order_at_once()
    {
        using Rig mirrored = Draw([.. s_plain, 0xA0], Data(0x01));
        Assert.True(mirrored.Board.Panel.Pixel(127, 0));
        using Rig later = Draw(s_plain, Fill(0), [0x00, 0xB0, 0x00, 0x10], Data(0x01), [0x00, 0xA0]);
        Assert.True(later.Board.Panel.Pixel(0, 0));
        using Rig upsideDown = Draw(s_plain, Fill(0), [0x00, 0xB0, 0x00, 0x10], Data(0x01), [0x00, 0xC0]);
        Assert.True(upsideDown.Board.Panel.Pixel(0, 63));
        Assert.False(upsideDown.Board.Panel.Pixel(0, 0));
    }

    [Fact]
    public void Start_line_scrolls_the_picture_up()
    {
        using Rig rig = Draw(s_plain, Fill(0), [0x00, 0xB1, 0x00, 0x10], Data(0x01), [0x00, 0x48]);
        Assert.True(rig.Board.Panel.Pixel(0, 0));
        Assert.False(rig.Board.Panel.Pixel(0, 8));
    }

    [Fact]
    public void Rows_beyond_the_multiplex_ratio_are_dark()
    {
        using Rig rig = Draw([.. s_plain, 0xA8, 0x1F], Fill(0xFF));
        int lit = Enumerable.Range(0, 64).Count(y => rig.Board.Panel.Pixel(3, y));
        Assert.Equal(32, lit);
    }

    [Fact]
    public void Horizontal_addressing_runs_over_the_pages_and_wraps()
    {
        byte[] ramp = [.. Enumerable.Range(0, 1025).Select(i => (byte)(i / 128))];
        using Rig rig = Draw(s_plain, Data(ramp));
        byte[] seen = rig.Board.Panel.Snapshot();
        Assert.Equal(8, seen[0]);
        Assert.Equal(0, seen[1]);
        Assert.Equal(7, seen[1023]);
    }

    [Fact]
    public void A_window_confines_the_data()
    {
        using Rig rig = Draw(s_plain, Fill(0), [0x00, 0x21, 10, 12, 0x22, 2, 3], Data(1, 2, 3, 4, 5, 6, 7));
        byte[] seen = rig.Board.Panel.Snapshot();
        Assert.Equal([7, 2, 3], seen[(256 + 10)..(256 + 13)]);
        Assert.Equal([4, 5, 6], seen[(384 + 10)..(384 + 13)]);
        Assert.Equal(6, seen.Count(cell => cell != 0));
    }

    [Fact]
    public void Vertical_addressing_fills_columns()
    {
        using Rig rig = Draw([.. s_plain, 0x20, 0x01], Fill(0), [0x00, 0x21, 0, 127, 0x22, 0, 7], Data(1, 2, 3, 4, 5, 6, 7, 8, 9));
        byte[] seen = rig.Board.Panel.Snapshot();
        Assert.Equal([1, 2, 8, 9], [seen[0], seen[128], seen[896], seen[1]]);
    }

    [Fact]
    public void Page_addressing_stays_in_its_page()
    {
        using Rig rig = Draw([.. s_plain, 0x20, 0x02], [0x00, 0xB3, 0x0E, 0x17], Data(1, 2, 3));
        byte[] seen = rig.Board.Panel.Snapshot();
        Assert.Equal([1, 2], seen[(384 + 126)..(384 + 128)]);
        Assert.Equal(3, seen[384]);
    }

    [Fact]
    public void Control_bytes_may_mix_commands_and_data_and_parameters_may_come_later()
    {
        using Rig rig = Draw(s_plain, [0x80, 0x81, 0x80, 0x33, 0x40, 0x07]);
        Assert.Equal(0x33, rig.Board.Panel.Contrast);
        Assert.Equal(7, rig.Board.Panel.Snapshot()[0]);
        using Rig split = Draw(s_plain, [0x00, 0x81], [0x00, 0x44]);
        Assert.Equal(0x44, split.Board.Panel.Contrast);
    }

    [Fact]
    public void Bits_of_any_mapping_agree_between_pixel_and_snapshot()
    {
        byte[][] mappings = [[0xC0], [0x55], [0xD3, 0x09], [0xA8, 0x2F], [0xA7, 0xC0, 0x45, 0xD3, 0x03], []];
        foreach (byte[] mapping in mappings)
        {
            using Rig rig = Draw([.. s_plain, .. mapping]);
            byte[] seen = rig.Board.Panel.Snapshot();
            for (int i = 0; i < 128 * 64; i++)
            {
                Assert.Equal(rig.Board.Panel.Pixel(i % 128, i / 128), ((seen[(i % 128) + (i / 1024 * 128)] >> (i / 128 % 8)) & 1) != 0);
            }
        }
    }

    [Fact]
    public void The_revision_tells_whether_anything_was_written()
    {
        using Rig rig = Draw(s_plain);
        long revision = rig.Board.Panel.Revision;
        rig.Run(TimeSpan.FromHours(1));
        Assert.Equal(revision, rig.Board.Panel.Revision);
        rig.Board.CutPower();
        Assert.NotEqual(revision, rig.Board.Panel.Revision);
    }

    [Fact]
    public void The_status_byte_tells_whether_it_is_off()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenPanel();
            Assert.Equal(0x40, device.ReadByte());
            device.Write(new byte[] { 0x00, 0xAF });
            Assert.Equal(0x00, device.ReadByte());
        });
    }

    private static byte[] Data(params byte[] bytes) => [0x40, .. bytes];

    private static byte[] Fill(byte value) => Data([.. Enumerable.Repeat(value, 1024)]);

    private static Rig Draw(params byte[][] writes) => Rig.Once(() =>
    {
        I2cDevice device = Rig.OpenPanel();
        foreach (byte[] write in writes)
        {
            Assert.Equal(I2cTransferStatus.FullTransfer, device.Write(write).Status);
        }
    });
}
