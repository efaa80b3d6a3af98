namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.Stream</c>.</summary>
public abstract class Stream : MarshalByRefObject, IDisposable
{
    private const int CopyAtOnce = 2048;

    /// <summary>Waits can be limited.</summary>
    public virtual bool CanTimeout => false;

    /// <summary>Milliseconds that a read waits.</summary>
    /// <exception cref="InvalidOperationException">Waits cannot be limited.</exception>
    public virtual int ReadTimeout
    {
        get => throw new InvalidOperationException();
        set => throw new InvalidOperationException();
    }

    /// <summary>Milliseconds that a write waits.</summary>
    /// <exception cref="InvalidOperationException">Waits cannot be limited.</exception>
    public virtual int WriteTimeout
    {
        get => throw new InvalidOperationException();
        set => throw new InvalidOperationException();
    }

    /// <summary>Can be read.</summary>
    public abstract bool CanRead { get; }

    /// <summary>Has a position.</summary>
    public abstract bool CanSeek { get; }

    /// <summary>Can be written.</summary>
    public abstract bool CanWrite { get; }

    /// <summary>Bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Where the next byte is read or written.</summary>
    public abstract long Position { get; set; }

    /// <summary>Closes the stream.</summary>
    public virtual void Close() => Dispose(true);

    /// <summary>Closes the stream.</summary>
    public virtual void Dispose() => Close();

    /// <summary>Hands buffers on.</summary>
    public abstract void Flush();

    /// <summary>Moves the position.</summary>
    public abstract long Seek(long offset, SeekOrigin origin);

    /// <summary>Cuts or fills up.</summary>
    public abstract void SetLength(long value);

    /// <summary>Reads bytes.</summary>
    public abstract int Read(byte[] buffer, int offset, int count);

    /// <summary>Reads as many bytes as there is room for, at most.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public abstract int Read(SpanByte buffer);

    /// <summary>Copies what is left of this stream to another.</summary>
    public void CopyTo(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        byte[] bytes = new byte[CopyAtOnce];
        for (int count = Read(bytes, 0, bytes.Length); count > 0; count = Read(bytes, 0, bytes.Length))
        {
            destination.Write(bytes, 0, count);
        }
    }

    /// <summary>Reads a byte; -1 at the end.</summary>
    public virtual int ReadByte()
    {
        byte[] one = new byte[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    /// <summary>Writes bytes.</summary>
    public abstract void Write(byte[] buffer, int offset, int count);

    /// <summary>Writes a byte.</summary>
    public virtual void WriteByte(byte value) => Write([value], 0, 1);

    /// <summary>Closes the stream.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
