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

    [Theory]
    [InlineData(0u, "00000000")]
    [InlineData(0xCBF43926u, "CBF43926")]
    [InlineData(1u, "00000001")]
    [InlineData(uint.MaxValue, "FFFFFFFF")]
    public void A_word_is_eight_digits_most_significant_first(uint value, string text)
    {
        Assert.Equal(text, Hex.Encode(value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("ABC")]
    [InlineData("0G")]
    [InlineData("G0")]
    [InlineData(" 0")]
    [InlineData("0x")]
    [InlineData("+1")]
    [InlineData("00 00 ")]
    [InlineData("0\u0130")]
    [InlineData("Ａ0")]
    [InlineData("0\0")]
    public void Anything_but_pairs_of_digits_is_refused(string? text)
    {
        Assert.False(Hex.TryDecode(text, out byte[]? bytes));
        Assert.Null(bytes);
    }

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
