using System.Text;
using HwToken.Core.Line;

namespace HwToken.Core.Tests.Line;

public sealed class LineCodecTests
{
    [Fact]
    public void Any_text_that_fits_comes_back()
    {
        Seeded.Check(Any.LineText, text => AssertOpens(text, Body(text)));
    }

    [Theory]
    [InlineData(0, 11)]
    [InlineData(1, 12)]
    [InlineData(85, 96)]
    [InlineData(86, 96)]
    [InlineData(1000, 96)]
    public void A_text_of_85_characters_fills_a_line_and_more_is_cut(int length, int lineBytes)
    {
        string text = new('x', length);
        Assert.Equal(lineBytes, LineCodec.Encode(text).Length);
        AssertOpens(text[..Math.Min(length, LineCodec.MaxTextLength)], Body(text));
    }

    [Fact]
    public void What_is_not_printable_ascii_leaves_as_question_marks()
    {
        AssertOpens("a?b??c", Body("a\nb\0\u3042c"));
    }

    [Fact]
    public void One_trailing_CR_is_forgiven_even_on_the_longest_line_and_a_second_is_not()
    {
        AssertOpens("HELLO", [.. Body("HELLO"), (byte)'\r']);
        byte[] body = Body(new string('x', LineCodec.MaxTextLength));
        AssertOpens(new string('x', LineCodec.MaxTextLength), [.. body, (byte)'\r']);
        Assert.NotEqual(LineStatus.Ok, LineCodec.TryDecode([.. Body("HELLO"), (byte)'\r', (byte)'\r'], 17, out _));
    }

    [Fact]
    public void A_line_that_is_one_byte_too_long_is_refused_although_its_crc_is_right()
    {
        byte[] text = Encoding.ASCII.GetBytes(new string('x', LineCodec.MaxTextLength + 1));
        byte[] line = [.. text, .. Encoding.ASCII.GetBytes($" *{Crc32.Compute(text, 0, text.Length):X8}")];
        Assert.Equal(LineCodec.MaxBytes, line.Length);
        AssertRefused(LineStatus.TooLong, line);
    }

    [Fact]
    public void A_line_with_control_or_high_bytes_is_refused_although_its_crc_is_right()
    {
        for (int value = 0; value < 256; value++)
        {
            byte[] text = [(byte)'A', (byte)value, (byte)'B'];
            byte[] line = [.. text, .. Encoding.ASCII.GetBytes($" *{Crc32.Compute(text, 0, 3):X8}")];
            bool isPrintable = value is >= 0x20 and <= 0x7E;
            Assert.Equal(isPrintable ? LineStatus.Ok : LineStatus.Damaged, LineCodec.TryDecode(line, line.Length, out _));
        }
    }

    [Fact]
    public void Only_the_bytes_that_count_are_read()
    {
        byte[] body = Body("HELLO");
        Assert.Equal(LineStatus.Ok, LineCodec.TryDecode([.. body, 1, 2, 3], body.Length, out string text));
        Assert.Equal("HELLO", text);
    }

    private static byte[] Body(string text) => LineCodec.Encode(text)[..^1];

    private static void AssertOpens(string expected, byte[] line)
    {
        Assert.Equal(LineStatus.Ok, LineCodec.TryDecode(line, line.Length, out string text));
        Assert.Equal(expected, text);
    }

    private static void AssertRefused(LineStatus expected, byte[] line)
    {
        Assert.Equal(expected, LineCodec.TryDecode(line, line.Length, out string? text));
        Assert.Null(text);
    }
}
