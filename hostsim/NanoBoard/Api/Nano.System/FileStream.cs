using NanoBoard.Chips;
using NanoBoard.Running;

namespace Nano.System.IO;

/// <summary>
/// nanoFramework's <c>System.IO.FileStream</c>: durable when closed, and only then. <see cref="Flush"/> makes nothing
/// durable. A program that ends without closing (deep sleep, power cut) has written nothing.
/// </summary>
public class FileStream : Stream
{
    private readonly Boot _boot;
    private readonly OpenFile _open;
    private readonly string _file;
    private readonly long _seekLimit;
    private byte[] _content;
    private int _length;
    private int _position;
    private bool _canRead;
    private bool _canWrite;
    private bool _isDirty;
    private bool _isClosed;

    /// <summary>Opens a file.</summary>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
        : this(path, mode, access, share) => ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 0);

    /// <summary>Opens a file to read and write (append: to write), shared for reading.</summary>
    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.Read)
    {
    }

    /// <summary>Opens a file, shared for reading.</summary>
    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    /// <summary>Opens a file. One that was not there exists from now on, empty.</summary>
    /// <exception cref="IOException">Missing, existing already, open elsewhere, or the flash failed.</exception>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
    {
        _boot = Boot.Call();
        _file = VolumePath.ParseFile(path);
        Name = path;
        CheckArguments(mode, access, share);
        _open = _boot.Files.Open(_file, access, share);
        _canRead = (access & FileAccess.Read) != 0;
        _canWrite = (access & FileAccess.Write) != 0;
        try
        {
            _content = Load(mode);
        }
        catch
        {
            _boot.Files.Close(_open);
            throw;
        }

        _length = _content.Length;
        _seekLimit = mode == FileMode.Append ? _length : 0;
        _position = mode == FileMode.Append ? _length : 0;
    }

    /// <summary>Opened to read.</summary>
    public override bool CanRead => _canRead;

    /// <summary>Opened.</summary>
    public override bool CanSeek => !_isClosed;

    /// <summary>Opened to write.</summary>
    public override bool CanWrite => _canWrite;

    /// <summary>Bytes of the file.</summary>
    public override long Length
    {
        get
        {
            Begin();
            return _length;
        }
    }

    /// <summary>Where the next byte is read or written.</summary>
    public override long Position
    {
        get
        {
            Begin();
            return _position;
        }

        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>The path.</summary>
    public string Name { get; }

    /// <summary>Closes the file. What was written is durable when this returns.</summary>
    /// <exception cref="IOException">The flash failed: the old content stands.</exception>
    public override void Close() => Dispose(true);

    /// <summary>Hands buffers to the file system. Makes nothing durable.</summary>
    public override void Flush() => Begin();

    /// <summary>Reads up to a number of bytes.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Begin();
        CheckCan(CanRead);
        int available = Math.Max(0, Math.Min(count, _length - _position));
        _content.AsSpan(_position, available).CopyTo(buffer.AsSpan(offset, count));
        _position += available;
        return available;
    }

    /// <inheritdoc/>
    public override int Read(SpanByte buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        int count = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, count).CopyTo(buffer.AsSpan());
        return count;
    }

    /// <summary>Reads a byte; -1 at the end.</summary>
    public override int ReadByte() => base.ReadByte();

    /// <summary>Moves the position.</summary>
    /// <exception cref="IOException">Before the start, or, when appending, before the old end.</exception>
    public override long Seek(long offset, SeekOrigin origin)
    {
        Begin();
        long from = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => _length,
        };
        if (from + offset < _seekLimit || from + offset > int.MaxValue)
        {
            throw new IOException("The position is outside the file.");
        }

        _position = (int)(from + offset);
        return _position;
    }

    /// <summary>Cuts the file, or fills it up with zeros.</summary>
    public override void SetLength(long value)
    {
        Begin();
        CheckCan(CanWrite);
        int length = (int)value;
        Array.Resize(ref _content, length);
        _length = length;
        _isDirty = true;
    }

    /// <summary>Writes bytes, not yet durable.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        Begin();
        CheckCan(CanWrite);
        ReadOnlySpan<byte> source = buffer.AsSpan(offset, count);
        int end = _position + count;
        if (end > _content.Length)
        {
            Array.Resize(ref _content, Math.Max(end, _content.Length * 2));
        }

        source.CopyTo(_content.AsSpan(_position));
        _position = end;
        _length = Math.Max(_length, end);
        _isDirty |= count > 0;
    }

    /// <summary>Writes a byte, not yet durable.</summary>
    public override void WriteByte(byte value) => base.WriteByte(value);

    /// <summary>Closes the file, unless the chip no longer runs this program.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected override void Dispose(bool disposing)
    {
        if (_isClosed || _boot.IsDead)
        {
            return;
        }

        _boot.CallObject();
        _isClosed = true;
        _canRead = false;
        _canWrite = false;
        _boot.Files.Close(_open);
        if (_isDirty)
        {
            _boot.Board.Flash.Write(_boot, _file, _content[.._length]);
        }
    }

    private static void CheckArguments(FileMode mode, FileAccess access, FileShare share)
    {
        if (mode is < FileMode.CreateNew or > FileMode.Append
            || access is < FileAccess.Read or > FileAccess.ReadWrite
            || share is < FileShare.None or > FileShare.ReadWrite)
        {
            throw new ArgumentOutOfRangeException(nameof(mode));
        }

        bool wantsWrite = (access & FileAccess.Write) != 0;
        bool mayOnlyRead = mode is FileMode.Open or FileMode.OpenOrCreate;
        if ((!wantsWrite && !mayOnlyRead) || (mode == FileMode.Append && access != FileAccess.Write))
        {
            throw new ArgumentException("Mode and access do not fit.");
        }
    }

    private static void CheckCan(bool can)
    {
        if (!can)
        {
            throw new NotSupportedException();
        }
    }

    /// <summary>Content at opening. A new file is committed empty, which is a durable step.</summary>
    private byte[] Load(FileMode mode)
    {
        FlashVolume flash = _boot.Board.Flash;
        _boot.Spend(_boot.Board.Options.FlashReadTime.Ticks);
        bool exists = flash.Open(_boot, _file);
        if (exists && mode == FileMode.CreateNew)
        {
            throw new IOException("The file exists.");
        }

        if (!exists && mode is (FileMode.Open or FileMode.Truncate))
        {
            throw new IOException("The file does not exist.");
        }

        if (!exists)
        {
            if (!flash.HasFolder(_boot, VolumePath.FolderOf(_file)) || flash.HasFolder(_boot, _file))
            {
                throw new IOException("The folder does not exist, or there is one of this name.");
            }

            flash.Create(_boot, _file);
        }

        // Emptying an old file is a write like any other: the old content stands until the file is closed.
        _isDirty = exists && mode is (FileMode.Create or FileMode.Truncate);
        return exists && mode is not (FileMode.Create or FileMode.Truncate) ? flash.Read(_boot, _file) : [];
    }

    private void Begin()
    {
        _boot.CallObject();
        ObjectDisposedException.ThrowIf(_isClosed, this);
    }
}
