using System.Security.Cryptography;

namespace HwToken.Pskc.Xml;

/// <summary>Base64 of XML Schema: white space may stand anywhere, everything else must be canonical (padding present, unused bits zero).</summary>
internal static class StrictBase64
{
    // A Base64 text of this length that happens to hold hexadecimal digits only: less than 1 in 10^9. A hexadecimal secret: likely.
    private const int ShortestSuspectedHex = 20;

    public static byte[] Decode(XmlCursor cursor, string what, ReadOnlySpan<char> text)
    {
        var packed = new char[text.Length];
        try
        {
            int length = 0;
            foreach (char c in text)
            {
                if (c is not (' ' or '\t' or '\r' or '\n'))
                {
                    packed[length++] = c;
                }
            }

            return DecodePacked(cursor, what, packed.AsSpan(0, length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(packed.AsSpan()));
        }
    }

    private static byte[] DecodePacked(XmlCursor cursor, string what, ReadOnlySpan<char> text)
    {
        if (text.Length >= ShortestSuspectedHex && IsHex(text))
        {
            throw cursor.Fail(PskcError.BadBase64, $"{what} is written in hexadecimal, but Base64 is due; ask the sender to correct the file");
        }

        if (text.IsEmpty || text.Length % 4 != 0 || !UnusedBitsAreZero(text))
        {
            throw Bad(cursor, what);
        }

        int padding = text[^1] != '=' ? 0 : text[^2] != '=' ? 1 : 2;
        var bytes = new byte[(text.Length / 4 * 3) - padding];
        return Convert.TryFromBase64Chars(text, bytes, out int written) && written == bytes.Length ? bytes : throw Bad(cursor, what);
    }

    private static bool UnusedBitsAreZero(ReadOnlySpan<char> text) =>
        text[^1] != '=' || (text[^2] == '=' ? (Sextet(text[^3]) & 15) == 0 : (Sextet(text[^2]) & 3) == 0);

    private static int Sextet(char c) =>
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".IndexOf(c, StringComparison.Ordinal);

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static PskcException Bad(XmlCursor cursor, string what) =>
        cursor.Fail(PskcError.BadBase64, $"{what} is not padded, canonical Base64; ask the sender to correct the file");
}
