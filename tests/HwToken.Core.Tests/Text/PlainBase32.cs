namespace HwToken.Core.Tests.Text;

/// <summary>A second Base32 decoder (RFC 4648, 6), on strings of binary digits: the peer that Core is compared with.</summary>
internal static class PlainBase32
{
    public static byte[] Decode(string text)
    {
        string bits = string.Concat(text.TrimEnd('=').Select(Bits));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    private static string Bits(char digit)
    {
        int value = char.IsAsciiLetter(digit) ? char.ToUpperInvariant(digit) - 'A' : digit - '2' + 26;
        return Convert.ToString(value, 2).PadLeft(5, '0');
    }
}
