using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class HexTests
{
    [Fact]
    public void Every_byte_is_two_upper_case_digits_and_reads_back_in_either_case()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        string text = Hex.Encode(all);
        Assert.Equal(Convert.ToHexString(all), text);
        AssertDecodes(all, text);
        AssertDecodes(all, text.ToLowerInvariant());
        AssertDecodes([], "");
    }

    /// <summary>Not a device test: nanoFramework ends a text at its first NUL.</summary>
    [Fact]
    public void A_NUL_is_no_digit() => Assert.False(Hex.TryDecode("0\0", out _));

    [Fact]
    public void Exactly_the_22_hexadecimal_characters_have_a_value()
    {
        for (int character = 0; character <= char.MaxValue; character++)
        {
            int expected = char.IsAsciiHexDigit((char)character) ? Convert.ToInt32(((char)character).ToString(), 16) : -1;
            Assert.Equal(expected, Hex.Value(character));
        }

        Assert.Equal(-1, Hex.Value(-1));
    }

    private static void AssertDecodes(byte[] expected, string text)
    {
        Assert.True(Hex.TryDecode(text, out byte[] bytes));
        Assert.Equal(expected, bytes);
    }
}
