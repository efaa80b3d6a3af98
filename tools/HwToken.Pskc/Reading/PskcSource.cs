using System.Security.Cryptography;

namespace HwToken.Pskc.Reading;

/// <summary>The bytes of one file, readable in several passes that are guaranteed to see the same bytes: the first pass that reaches the end
/// keeps a hash per block, every later pass compares a block with its hash before the parser sees it.</summary>
internal sealed class PskcSource
{
    public const int BlockSize = 64 * 1024;

    private readonly Stream stream;
    private readonly long origin;
    private readonly PskcLimits limits;
    private List<UInt128> blocks = [];
    private bool complete;

    public PskcSource(Stream stream, PskcLimits limits)
    {
        this.limits = limits;
        this.stream = stream;
        origin = stream.CanSeek ? stream.Position : throw new ArgumentException("A seed file is read several times: the stream must seek. See SpoolStream.", nameof(stream));
        if (stream.Length - origin > limits.MaxBytes)
        {
            throw TooLarge(limits.MaxBytes);
        }
    }

    /// <summary>From the beginning again, markup watched (<see cref="MarkupGuard"/>).</summary>
    public Stream OpenPass() => OpenPass(isMarkup: true);

    /// <summary>From the beginning again.</summary>
    /// <param name="isMarkup">Whether markup is watched; a list has none.</param>
    public Stream OpenPass(bool isMarkup)
    {
        stream.Position = origin;
        if (!complete)
        {
            blocks = [];
        }

        return new GuardedStream(this, isMarkup);
    }

    /// <summary>Reads the next block into <paramref name="block"/>, checks it and returns its length, 0 at the end.</summary>
    public int ReadBlock(int index, byte[] block)
    {
        if ((long)index * BlockSize > limits.MaxBytes)
        {
            throw TooLarge(limits.MaxBytes);
        }

        int length = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
        if (length == 0)
        {
            if (complete && index != blocks.Count)
            {
                throw Changed();
            }

            complete = true;
            return 0;
        }

        UInt128 hash = Fingerprint(block.AsSpan(0, length));
        if (!complete)
        {
            blocks.Add(hash);
        }
        else if (index >= blocks.Count || blocks[index] != hash)
        {
            throw Changed();
        }

        return length;
    }

    private static UInt128 Fingerprint(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    internal static PskcException TooLarge(long limit) =>
        new(PskcError.TooLarge, $"The file is larger than {limit:N0} bytes: split it.");

    private static PskcException Changed() =>
        new(PskcError.ChangedWhileReading, "The file changed while it was read: nothing more is taken from it. Copy it to where nothing else writes to it, and read the copy.");
}
