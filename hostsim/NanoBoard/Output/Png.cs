using System.Buffers.Binary;
using System.IO.Compression;

namespace NanoBoard.Output;

/// <summary>A picture of lit and dark pixels as PNG (ISO/IEC 15948): two colours, one bit a point, so a few hundred bytes.</summary>
public static class Png
{
    /// <summary>Points of the picture a pixel of the panel.</summary>
    public const int UsualScale = 4;

    private const int Border = 4;
    private const byte BitDepth = 1;
    private const byte Palette = 3;

    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Dark glass, blue-white light.
    private static readonly byte[] s_colours = [0x05, 0x08, 0x0D, 0xBF, 0xE9, 0xFF];

    /// <summary>Draws pixels with a dark border of four of them.</summary>
    /// <param name="columns">Width in pixels.</param>
    /// <param name="rows">Height in pixels.</param>
    /// <param name="isLit">Whether the pixel in a column (from the left) and a row (from the top) glows.</param>
    /// <param name="scale">Points of the picture a pixel, 1 to 64.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(int columns, int rows, Func<int, int, bool> isLit, int scale = UsualScale)
    {
        ArgumentNullException.ThrowIfNull(isLit);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 64);
        int width = scale * (columns + (2 * Border));
        int height = scale * (rows + (2 * Border));
        using var png = new MemoryStream();
        png.Write(s_signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitDepth;
        header[9] = Palette;
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, s_colours);
        WriteChunk(png, "IDAT"u8, Compress(Points(columns, rows, isLit, scale)));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Each row of points begins with the number of its filter: 0, none.</summary>
    private static byte[] Points(int columns, int rows, Func<int, int, bool> isLit, int scale)
    {
        int width = scale * (columns + (2 * Border));
        int stride = 1 + ((width + 7) / 8);
        byte[] points = new byte[stride * scale * (rows + (2 * Border))];
        for (int row = 0; row < rows; row++)
        {
            int first = (row + Border) * scale * stride;
            for (int column = 0; column < columns; column++)
            {
                for (int x = (column + Border) * scale, end = x + scale; x < end && isLit(column, row); x++)
                {
                    points[first + 1 + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }

            for (int copy = 1; copy < scale; copy++)
            {
                points.AsSpan(first, stride).CopyTo(points.AsSpan(first + (copy * stride)));
            }
        }

        return points;
    }

    private static byte[] Compress(byte[] points)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            deflate.Write(points);
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
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        png.Write(number);
    }

    /// <summary>The format's CRC-32 (ISO/IEC 15948, annex D).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
