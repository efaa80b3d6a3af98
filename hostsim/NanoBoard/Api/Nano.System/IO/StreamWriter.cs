using System.Text;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.StreamWriter</c>: UTF-8, handed to its stream when it is full, flushed or closed.</summary>
public class StreamWriter : TextWriter
{
    private const int AtOnce = 256;

    private readonly bool _leaveOpen;
    private readonly StringBuilder _waiting = new();
    private bool _isClosed;

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="leaveOpen">Do not close it with this.</param>
    public StreamWriter(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written.");
        }

        BaseStream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>Where it writes to.</summary>
    public virtual Stream BaseStream { get; }

    /// <summary>UTF-8.</summary>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override string NewLine
    {
        get => base.NewLine;
        set => base.NewLine = value;
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _waiting.Append(value);
        if (_waiting.Length >= AtOnce)
        {
            HandOn();
        }
    }

    /// <inheritdoc/>
    public override void WriteLine() => base.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(string? value) => base.WriteLine(value);

    /// <inheritdoc/>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        HandOn();
        BaseStream.Flush();
    }

    /// <inheritdoc/>
    public override void Close() => Dispose();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_isClosed)
        {
            return;
        }

        HandOn();
        _isClosed = true;
        if (!_leaveOpen)
        {
            BaseStream.Close();
        }
    }

    private void HandOn()
    {
        byte[] bytes = Encoding.GetBytes(_waiting.ToString());
        _waiting.Clear();
        if (bytes.Length > 0)
        {
            BaseStream.Write(bytes, 0, bytes.Length);
        }
    }
}
