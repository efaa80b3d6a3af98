using System.Reflection;
using HwToken.Core.Line;

namespace HwToken.Core.Tests.Line;

public sealed class LineAssemblerTests
{
    private static readonly byte[] Hello = LineCodec.Encode("HELLO");
    private static readonly byte[] Longest = LineCodec.Encode(new string('x', LineCodec.MaxTextLength));

    [Fact]
    public void Lines_that_follow_each_other_come_out_one_by_one()
    {
        Assert.Equal(
            [(LineStatus.Ok, "HELLO"), (LineStatus.Ok, new string('x', 85)), (LineStatus.Ok, ""), (LineStatus.Ok, "HELLO")],
            Wire.Receive([.. Hello, .. Longest, .. LineCodec.Encode(""), .. Hello]));
    }

    [Fact]
    public void A_terminal_s_CR_LF_is_taken_even_on_the_longest_line()
    {
        byte[] crlf = [.. Longest[..^1], (byte)'\r', (byte)'\n'];
        Assert.Equal([(LineStatus.Ok, new string('x', 85))], Wire.Receive(crlf));
    }

    [Fact]
    public void Nothing_comes_out_before_the_LF()
    {
        Assert.Empty(Wire.Receive(Hello[..^1]));
    }

    [Fact]
    public void Empty_lines_and_noise_are_damaged_and_the_next_line_is_whole()
    {
        Assert.Equal(
            [(LineStatus.Damaged, null), (LineStatus.Damaged, null), (LineStatus.Damaged, null), (LineStatus.Ok, "HELLO")],
            Wire.Receive([(byte)'\n', (byte)'\r', (byte)'\n', 0xFF, 0x00, 0x80, (byte)'\n', .. Hello]));
    }

    [Fact]
    public void Noise_before_a_line_spoils_that_line_only()
    {
        Assert.Equal([(LineStatus.Damaged, null), (LineStatus.Ok, "HELLO")], Wire.Receive([0x00, .. Hello, .. Hello]));
    }

    [Fact]
    public void Two_lines_whose_LF_was_lost_are_refused_together()
    {
        Assert.Equal([(LineStatus.Damaged, null), (LineStatus.Ok, "HELLO")], Wire.Receive([.. Hello[..^1], .. Hello, .. Hello]));
        Assert.Equal([(LineStatus.TooLong, null), (LineStatus.Ok, "HELLO")], Wire.Receive([.. Longest[..^1], .. Hello, .. Hello]));
    }

    [Fact]
    public void Bytes_behind_a_full_line_are_an_overrun_even_when_what_was_kept_reads_as_a_line()
    {
        Assert.Equal([(LineStatus.TooLong, null)], Wire.Receive([.. Longest[..^1], (byte)'\r', (byte)'x', LineCodec.LineFeed]));
        Assert.Equal([(LineStatus.TooLong, null)], Wire.Receive([.. Longest[..^1], (byte)'\r', (byte)'\r', LineCodec.LineFeed]));
    }

    [Fact]
    public void A_line_behind_an_overrun_without_LF_is_not_taken()
    {
        byte[] noise = [.. Enumerable.Repeat((byte)'x', 500)];
        Assert.Equal([(LineStatus.TooLong, null)], Wire.Receive([.. noise, .. Hello]));
    }

    [Fact]
    public void Ten_megabytes_of_noise_without_LF_take_no_memory_and_harm_nothing()
    {
        LineAssembler assembler = new();
        Random noise = new(2026);
        bool ended = assembler.Add(0, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000_000; i++)
        {
            int value = noise.Next(255);
            ended |= assembler.Add((byte)(value >= LineCodec.LineFeed ? value + 1 : value), out _, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.False(ended);
        Assert.Equal([(LineStatus.TooLong, null), (LineStatus.Ok, "HELLO")], Wire.Receive(assembler, [LineCodec.LineFeed, .. Hello]));
    }

    [Fact]
    public void A_finished_or_cleared_line_leaves_nothing_behind()
    {
        LineAssembler assembler = new();
        Assert.Single(Wire.Receive(assembler, Longest));
        Assert.All(Buffer(assembler), value => Assert.Equal(0, value));

        Assert.Empty(Wire.Receive(assembler, Longest[..40]));
        Assert.Contains((byte)'x', Buffer(assembler));
        assembler.Clear();
        Assert.All(Buffer(assembler), value => Assert.Equal(0, value));
        Assert.Equal([(LineStatus.Ok, "HELLO")], Wire.Receive(assembler, Hello));
    }

    private static byte[] Buffer(LineAssembler assembler)
    {
        return typeof(LineAssembler).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => field.GetValue(assembler)).OfType<byte[]>().Single();
    }
}
