using System.Text;
using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class Base32Tests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY======")]
    [InlineData("fo", "MZXQ====")]
    [InlineData("foo", "MZXW6===")]
    [InlineData("foob", "MZXW6YQ=")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI======")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void The_vectors_of_RFC_4648_in_both_directions(string plain, string encoded)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(plain);
        Assert.Equal(encoded, Base32.Encode(bytes));
        AssertDecodes(bytes, encoded);
        AssertDecodes(bytes, encoded.TrimEnd('='));
    }

    [Theory]
    [InlineData("mzxw6ytboi")]
    [InlineData("MzXw6yTbOi======")]
    [InlineData("MZXW 6YTB OI")]
    [InlineData("mzxw-6ytb-oi")]
    [InlineData(" MZXW6YTBOI== ====")]
    public void Case_groups_and_missing_padding_do_not_matter(string typed)
    {
        AssertDecodes("foobar"u8.ToArray(), typed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("M")]
    [InlineData("MZX")]
    [InlineData("MZXW6Y")]
    [InlineData("MZXW6YTBO")]
    [InlineData("A")]
    [InlineData("AAA")]
    [InlineData("AAAAAA")]
    [InlineData("AAAAAA==")]
    [InlineData("MZ")]
    [InlineData("MZXR")]
    [InlineData("MZXW7")]
    [InlineData("MZXW6YR")]
    [InlineData("MY=====")]
    [InlineData("MY=======")]
    [InlineData("MY==============")]
    [InlineData("MZXW6YTB=")]
    [InlineData("MZXW6YTB========")]
    [InlineData("========")]
    [InlineData("=")]
    [InlineData("MY======MY======")]
    [InlineData("=MY=====")]
    [InlineData("M=Y=====")]
    [InlineData("MZXW6YT0")]
    [InlineData("MZXW6YT1")]
    [InlineData("MZXW6YT8")]
    [InlineData("MZXW6YT9")]
    [InlineData("MZXW6YT@")]
    [InlineData("MZXW6YT[")]
    [InlineData("MZXW6YT`")]
    [InlineData("MZXW6YT{")]
    [InlineData("MZXW6YT\t")]
    [InlineData("MZXW6YT\n")]
    [InlineData("MZXW6YTＢ")]
    [InlineData("MZXW6YT\u0142")]
    [InlineData("MZXW6YT\u0132")]
    public void What_is_not_base32_of_whole_bytes_is_refused(string? text)
    {
        Assert.False(Base32.TryDecode(text, out byte[]? bytes));
        Assert.Null(bytes);
    }

    [Fact]
    public void Any_bytes_come_back_and_a_second_decoder_reads_them_too()
    {
        Seeded.Check(Any.Bytes(0, 140), bytes =>
        {
            string text = Base32.Encode(bytes);
            Assert.Equal(0, text.Length % 8);
            Assert.Equal(bytes, PlainBase32.Decode(text));
            AssertDecodes(bytes, text);
            AssertDecodes(bytes, text.ToLowerInvariant().TrimEnd('='));
        });
    }

    private static void AssertDecodes(byte[] expected, string text)
    {
        Assert.True(Base32.TryDecode(text, out byte[] bytes), text);
        Assert.Equal(expected, bytes);
    }
}
