using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class AsciiTests
{
    [Fact]
    public void Space_to_tilde_pass_and_every_other_character_becomes_a_question_mark()
    {
        for (int value = 0; value <= char.MaxValue; value++)
        {
            bool isPrintable = value is >= 0x20 and <= 0x7E;
            Assert.Equal(isPrintable, Ascii.IsPrintable(value));
            Assert.Equal([isPrintable ? (byte)value : (byte)'?'], Ascii.GetBytes(((char)value).ToString()));
        }
    }

    [Fact]
    public void Every_byte_becomes_one_character_that_can_be_shown()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        string text = Ascii.GetString(all, 0, 256);
        Assert.Equal(256, text.Length);
        Assert.All(text, c => Assert.InRange(c, ' ', '~'));
        Assert.Equal("ABC", Ascii.GetString(all, 'A', 3));
    }
}
