using System.Text;
using HwToken.Core;
using HwToken.Core.Line;
using HwToken.Core.Text;

namespace HwToken.Provisioning;

/// <summary>Closes a KEY line in one array of bytes: a string with a secret in it could never be cleared.</summary>
internal static class KeyLine
{
    private const int ClosingBytes = 11;

    /// <param name="place">The command up to the offset, such as <c>KEY SECRET 32</c>.</param>
    /// <param name="chunk">Key bytes; place, hex digits and closing fit into one line.</param>
    /// <returns>The line with its LF; the caller clears it.</returns>
    public static byte[] Encode(string place, ReadOnlySpan<byte> chunk)
    {
        int length = place.Length + 1 + (2 * chunk.Length);
        byte[] line = new byte[length + ClosingBytes];
        int at = Encoding.ASCII.GetBytes(place, line);
        line[at++] = (byte)' ';
        foreach (byte value in chunk)
        {
            line[at++] = Digit(value >> 4);
            line[at++] = Digit(value & 15);
        }

        at += Encoding.ASCII.GetBytes(" *" + Hex.Encode(Crc32.Compute(line, 0, length)), line.AsSpan(at));
        line[at] = LineCodec.LineFeed;
        return line;
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
