using FsCheck.Fluent;
using HwToken.Core.Line;

namespace HwToken.Core.Tests.Line;

/// <summary>What a noisy wire does to a line: none of it may come out as a line.</summary>
public sealed class LineDamageTests
{
    public static TheoryData<string> Texts =>
        ["", "HELLO", "CODE 10", "KEY 0 00112233445566778899AABBCCDDEEFF", "OK a *b *00000000", new string('~', LineCodec.MaxTextLength)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_single_flipped_bit_on_the_wire_is_refused_the_LF_included(string text)
    {
        byte[] line = LineCodec.Encode(text);
        for (int bit = 0; bit < 8 * line.Length; bit++)
        {
            byte[] received = (byte[])line.Clone();
            received[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.DoesNotContain(LineStatus.Ok, Wire.Receive([.. received, LineCodec.LineFeed]).Select(answer => answer.Status));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_line_cut_at_any_byte_is_refused(string text)
    {
        byte[] line = LineCodec.Encode(text)[..^1];
        for (int count = 0; count < line.Length; count++)
        {
            AssertRefused(line[..count], $"cut to {count}");
            AssertRefused(line[(line.Length - count)..], $"only the last {count}");
        }
    }

    [Fact]
    public void A_lost_a_doubled_or_a_swapped_byte_is_refused()
    {
        byte[] line = LineCodec.Encode("KEY 16 00112233445566778899AABBCCDDEEFF")[..^1];
        for (int at = 0; at < line.Length; at++)
        {
            AssertRefused([.. line[..at], .. line[(at + 1)..]], $"lost {at}");
            AssertRefused([.. line[..at], line[at], .. line[at..]], $"doubled {at}");
            if (at > 0 && line[at] != line[at - 1])
            {
                AssertRefused([.. line[..(at - 1)], line[at], line[at - 1], .. line[(at + 1)..]], $"swapped {at}");
            }
        }
    }

    [Fact]
    public void Any_changed_byte_of_any_line_is_refused()
    {
        var cases = from text in Any.LineText
                    from at in Gen.Choose(0, text.Length + 9)
                    from mask in Gen.Choose(1, 255)
                    select (text, at, mask);
        Seeded.Check(
            cases,
            c =>
            {
                byte[] line = LineCodec.Encode(c.text)[..^1];
                line[c.at] ^= (byte)c.mask;
                AssertRefused(line, "");
            },
            3000);
    }

    [Fact]
    public void Random_bytes_are_never_a_line()
    {
        Seeded.Check(Any.Bytes(0, 120), bytes => AssertRefused(bytes, ""), 3000);
    }

    private static void AssertRefused(byte[] line, string how)
    {
        LineStatus status = LineCodec.TryDecode(line, line.Length, out string? text);
        Assert.True(status != LineStatus.Ok && text is null, $"accepted: {how}");
    }
}
