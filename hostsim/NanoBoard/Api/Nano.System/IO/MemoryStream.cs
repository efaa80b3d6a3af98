namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.MemoryStream</c>.</summary>
public class MemoryStream : Stream
{
    private readonly bool _canGrow;
    private readonly bool _canWrite;
    private byte[] _bytes;
    private int _length;
    private int _position;
    private bool _isClosed;

    /// <summary>Empty, and grows as it is written.</summary>
    public MemoryStream()
    {
        _bytes = new byte[256];
        _canGrow = true;
        _canWrite = true;
    }

    /// <summary>Reads and writes an array, which stays as long as it is.</summary>
    public MemoryStream(byte[] buffer)
        : this(buffer, true)
    {
    }

    /// <summary>Reads an array, and writes it if it may.</summary>
    public MemoryStream(byte[] buffer, bool isWritable)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _bytes = buffer;
        _length = buffer.Length;
        _canWrite = isWritable;
    }

    /// <inheritdoc/>
    public override bool CanRead => !_isClosed;

    /// <inheritdoc/>
    public override bool CanSeek => !_isClosed;

    /// <inheritdoc/>
    public override bool CanWrite => !_isClosed && _canWrite;

    /// <inheritdoc/>
    public override long Length => Open(_length);

    /// <inheritdoc/>
    public override long Position
    {
        get => Open(_position);
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>The array behind it: of a growing one larger than what was written.</summary>
    public virtual byte[] GetBuffer() => _bytes;

    /// <summary>A copy of all its bytes.</summary>
    public virtual byte[] ToArray() => _bytes[.._length];

    /// <summary>Writes all its bytes to another stream.</summary>
    public virtual void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_bytes, 0, Open(_length));
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(SpanByte buffer) => Take(buffer.AsSpan());

    /// <inheritdoc/>
    public override int ReadByte() => Open(_position) < _length ? _bytes[_position++] : -1;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long at = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Open(_position),
            _ => _length,
        };
        if (at is < 0 or > ushort.MaxValue * 12)
        {
            throw new IOException("Before the start, or beyond what an array can be.");
        }

        return _position = (int)at;
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        Reach((int)value);
        if (value < _length)
        {
            _bytes.AsSpan((int)value, _length - (int)value).Clear();
        }

        _length = (int)value;
        _position = Math.Min(_position, _length);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        Span<byte> source = buffer.AsSpan(offset, count);
        Reach(Open(_position) + count);
        source.CopyTo(_bytes.AsSpan(_position));
        _position += count;
        _length = Math.Max(_length, _position);
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value], 0, 1);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _isClosed = true;

    private int Take(Span<byte> into)
    {
        int count = Math.Max(0, Math.Min(into.Length, _length - Open(_position)));
        _bytes.AsSpan(_position, count).CopyTo(into);
        _position += count;
        return count;
    }

    /// <summary>Makes room up to an end.</summary>
    private void Reach(int end)
    {
        if (!CanWrite || (end > _bytes.Length && !_canGrow))
        {
            throw new NotSupportedException("The stream is read-only, or as long as its array.");
        }

        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        }
    }

    private int Open(int value) => _isClosed ? throw new ObjectDisposedException(nameof(MemoryStream)) : value;
}
