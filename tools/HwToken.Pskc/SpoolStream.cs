using System.Buffers.Binary;
using System.Security.Cryptography;
using HwToken.Pskc.Reading;

namespace HwToken.Pskc;

/// <summary>What came through a pipe or a connection and must be read several times: a stream that can seek. On disk it lies sealed (AES-256-GCM, block by
/// block) under a key that exists in this object alone; the file has no other reader and goes with the object, or with the process. In memory one block is in clear.</summary>
public sealed class SpoolStream : Stream
{
    private const int BlockSize = 4096;
    private const int TagSize = 16;
    private const int NonceSize = 12;
    private const int KeySize = 32;

    private readonly FileStream file;
    private readonly AesGcm cipher;
    private readonly byte[] block = new byte[BlockSize];
    private readonly byte[] stored = new byte[BlockSize + TagSize];
    private long length;
    private long position;
    private long held = -1;

    private SpoolStream(FileStream file)
    {
        this.file = file;
        byte[] key = RandomNumberGenerator.GetBytes(KeySize);
        cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Takes a stream to its end.</summary>
    /// <param name="source">Stays open.</param>
    /// <param name="folder">Where the sealed file lies; null: the folder for temporary files.</param>
    /// <param name="maxBytes">Most bytes that are taken.</param>
    /// <param name="cancellation">Ends the wait; nothing stays.</param>
    /// <exception cref="PskcException">The source is longer (<see cref="PskcError.TooLarge"/>).</exception>
    public static async Task<SpoolStream> TakeAsync(Stream source, string? folder = null, long maxBytes = PskcLimits.DefaultMaxBytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var spool = new SpoolStream(MakeFile(folder ?? Path.GetTempPath()));
        try
        {
            await spool.FillAsync(source, maxBytes, cancellation).ConfigureAwait(false);
            return spool;
        }
        catch
        {
            await spool.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int taken = 0;
        while (taken < buffer.Length && position < length)
        {
            Hold(position / BlockSize);
            int from = (int)(position % BlockSize);
            int n = Math.Min(buffer.Length - taken, (int)Math.Min(BlockSize - from, length - position));
            block.AsSpan(from, n).CopyTo(buffer[taken..]);
            taken += n;
            position += n;
        }

        return taken;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => length });

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Clears the block in memory and removes the file.</summary>
    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(block);
        cipher.Dispose();
        file.Dispose();
        base.Dispose(disposing);
    }

    private static FileStream MakeFile(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        string path = Path.Combine(folder, "hwtoken-" + Path.GetRandomFileName());
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name it goes even when the process is killed. (Windows removes it when the last handle is closed.)
            File.Delete(path);
        }

        return file;
    }

    private static void Nonce(Span<byte> nonce, long index) => BinaryPrimitives.WriteInt64BigEndian(nonce[4..], index);

    private async Task FillAsync(Stream source, long maxBytes, CancellationToken cancellation)
    {
        for (int n; (n = await source.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (length + n > maxBytes)
            {
                throw PskcSource.TooLarge(maxBytes);
            }

            // The key is new and each block is sealed once, so its number never comes twice as a nonce.
            block.AsSpan(n).Clear();
            Seal(length / BlockSize);
            await file.WriteAsync(stored, cancellation).ConfigureAwait(false);
            length += n;
        }

        CryptographicOperations.ZeroMemory(block);
    }

    private void Seal(long index)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        nonce.Clear();
        Nonce(nonce, index);
        cipher.Encrypt(nonce, block, stored.AsSpan(0, BlockSize), stored.AsSpan(BlockSize));
    }

    private void Hold(long index)
    {
        if (held == index)
        {
            return;
        }

        Span<byte> nonce = stackalloc byte[NonceSize];
        nonce.Clear();
        Nonce(nonce, index);
        file.Position = index * (BlockSize + TagSize);
        file.ReadExactly(stored);
        cipher.Decrypt(nonce, stored.AsSpan(0, BlockSize), stored.AsSpan(BlockSize), block);
        held = index;
    }
}
