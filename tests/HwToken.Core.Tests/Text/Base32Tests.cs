using System.Text;
using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class Base32Tests
{
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
