using System.Buffers.Binary;
using System.IO.Compression;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests;

public class PngTests
{
    private const int Width = 4 * (128 + 8);
    private const int Height = 4 * (64 + 8);

    [Fact]
    public void Every_pixel_of_the_panel_is_a_square_of_the_picture()
    {
        var panel = new PanelPicture((x, y) => ((x * 7) + (y * 3)) % 5 == 0);
        byte[] png = Png.Of(panel);
        Assert.Equal((Width, Height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        byte[] rows = Rows(png);
        int stride = 1 + (Width / 8);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                bool isLit = (rows[(y * stride) + 1 + (x / 8)] & (0x80 >> (x % 8))) != 0;
                (int column, int row) = ((x / 4) - 4, (y / 4) - 4);
                bool isMeant = column is >= 0 and < 128 && row is >= 0 and < 64 && panel.IsLit(column, row);
                Assert.True(isLit == isMeant, $"({x}, {y})");
            }
        }
    }

    private static byte[] Rows(byte[] png)
    {
        int at = png.AsSpan().IndexOf("IDAT"u8);
        using var packed = new MemoryStream(png, at + 4, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4)));
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        inflate.CopyTo(rows);
        return rows.ToArray();
    }
}
