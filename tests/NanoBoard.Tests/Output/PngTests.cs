using System.Buffers.Binary;
using System.IO.Compression;
using NanoBoard.Output;

namespace NanoBoard.Tests.Output;

public sealed class PngTests
{
    [Theory]
    [InlineData(128, 64, 4)]
    [InlineData(128, 32, 3)]
    [InlineData(5, 7, 1)]
    public void Every_pixel_is_a_square_of_the_picture(int columns, int rows, int scale)
    {
        bool IsLit(int x, int y) => ((x * 7) + (y * 3)) % 5 == 0;
        byte[] png = Png.Write(columns, rows, IsLit, scale);
        (int width, int height) = (scale * (columns + 8), scale * (rows + 8));
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        byte[] points = Points(png);
        int stride = 1 + ((width + 7) / 8);
        Assert.Equal(stride * height, points.Length);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool isLit = (points[(y * stride) + 1 + (x / 8)] & (0x80 >> (x % 8))) != 0;
                (int column, int row) = ((x / scale) - 4, (y / scale) - 4);
                Assert.True(isLit == (column >= 0 && column < columns && row >= 0 && row < rows && IsLit(column, row)), $"({x}, {y})");
            }
        }
    }

    [Fact]
    public void The_file_ends_as_every_png_does_checksum_included() =>
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(Png.Write(8, 8, (x, y) => x == y)[^12..]));

    private static byte[] Points(byte[] png)
    {
        int at = png.AsSpan().IndexOf("IDAT"u8);
        using var packed = new MemoryStream(png, at + 4, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4)));
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        using var points = new MemoryStream();
        inflate.CopyTo(points);
        return points.ToArray();
    }
}
