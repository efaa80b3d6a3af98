using System.Buffers.Binary;
using System.IO.Compression;
using HwToken.Core;

namespace HwToken.Simulator.Screens;

/// <summary>A picture as PNG (ISO/IEC 15948): two colours, one bit a pixel, so a few hundred bytes.</summary>
public static class Png
{
    /// <summary>Points of the picture a pixel of the panel.</summary>
    public const int Scale = 4;

    private const int Border = 4;
    private const byte BitDepth = 1;
    private const byte Palette = 3;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // The colours of the SVG picture: dark glass, blue-white light.
    private static readonly byte[] Colours = [0x05, 0x08, 0x0D, 0xBF, 0xE9, 0xFF];

    /// <summary>Draws the panel with a dark border, <see cref="Scale"/> times its size.</summary>
    public static byte[] Of(PanelPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int width = Scale * (PanelPicture.Columns + (2 * Border));
        int height = Scale * (PanelPicture.Rows + (2 * Border));
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitDepth;
        header[9] = Palette;
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, Colours);
        WriteChunk(png, "IDAT"u8, Compress(Rows(picture, width, height)));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Each row begins with the number of its filter: 0, none.</summary>
    private static byte[] Rows(PanelPicture picture, int width, int height)
    {
        int stride = 1 + (width / 8);
        var rows = new byte[stride * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int column = (x / Scale) - Border;
                int row = (y / Scale) - Border;
                if (column is >= 0 and < PanelPicture.Columns && row is >= 0 and < PanelPicture.Rows && picture.IsLit(column, row))
                {
                    rows[(y * stride) + 1 + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return rows;
    }

    private static byte[] Compress(byte[] rows)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            deflate.Write(rows);
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] typed = [.. kind, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Compute(typed, 0, typed.Length));
        png.Write(number);
    }
}
