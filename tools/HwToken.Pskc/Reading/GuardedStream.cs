namespace HwToken.Pskc.Reading;

/// <summary>One pass over a <see cref="PskcSource"/>. Refuses, before the XML parser sees it, what makes a parser spend memory: document
/// types, CDATA sections, and more than 64 KiB without the start of a tag (one huge attribute, name or text).</summary>
internal sealed class GuardedStream(PskcSource source) : Stream
{
    private const int MaxRun = 64 * 1024;

    private readonly byte[] block = new byte[PskcSource.BlockSize];
    private int length;
    private int position;
    private int index;
    private int run;
    private int open;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position == length && !ended)
        {
            Fill();
        }

        int n = Math.Min(buffer.Length, length - position);
        block.AsSpan(position, n).CopyTo(buffer);
        position += n;
        return n;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Fill()
    {
        length = source.ReadBlock(index, block);
        position = 0;
        ended = length == 0;
        if (index++ == 0 && length > 1 && (block[0] == 0 || block[1] == 0 || block[0] >= 0xFE))
        {
            throw new PskcException(PskcError.NotXml, "The file is not UTF-8: save it as UTF-8 and try again.");
        }

        foreach (byte b in block.AsSpan(0, length))
        {
            Inspect(b);
        }
    }

    /// <summary>Follows "&lt;" and "&lt;!": only a comment may come after the latter.</summary>
    private void Inspect(byte b)
    {
        if (open == 2 && b != (byte)'-')
        {
            throw new PskcException(PskcError.ForbiddenMarkup, "The file holds a DOCTYPE or a CDATA section, which PSKC never needs: refused. Ask the sender for a plain file.");
        }

        if (b == (byte)'<')
        {
            (open, run) = (1, 0);
            return;
        }

        open = open == 1 && b == (byte)'!' ? 2 : 0;
        if (++run > MaxRun)
        {
            throw new PskcException(PskcError.TooLarge, "The file holds a tag or text of more than 64 KiB: that is no PSKC. Nothing was read.");
        }
    }
}
