using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over a <see cref="PskcSource"/>. What would make a parser spend memory is refused before it gets there (<see cref="MarkupGuard"/>).</summary>
internal sealed class GuardedStream(PskcSource source, bool isMarkup) : SequentialStream(reads: true)
{
    private readonly byte[] block = new byte[PskcSource.BlockSize];
    private readonly MarkupGuard guard = new();
    private int length;
    private int position;
    private int index;
    private bool ended;

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

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(block);
        base.Dispose(disposing);
    }

    private void Fill()
    {
        length = source.ReadBlock(index, block);
        position = index == 0 && isMarkup ? Math.Max(0, block.AsSpan(0, length).IndexOfAnyExcept(" \t\r\n"u8)) : 0; // some writers indent their XML declaration, which a parser refuses
        ended = length == 0;
        if (index++ == 0 && length > 1 && (block[0] == 0 || block[1] == 0 || block[0] >= 0xFE))
        {
            throw new PskcException(PskcError.NotXml, "The file is not UTF-8 but UTF-16, or no text at all: save it as UTF-8 and try again.");
        }

        if (isMarkup)
        {
            guard.Take(block.AsSpan(0, length));
        }
    }
}
