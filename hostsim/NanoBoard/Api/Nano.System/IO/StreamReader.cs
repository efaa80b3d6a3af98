using System.Text;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.StreamReader</c>: UTF-8.</summary>
public class StreamReader : TextReader
{
    private const int AtOnce = 256;

    private readonly bool _leaveOpen;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _bytes = new byte[AtOnce];
    private readonly char[] _letters = new char[AtOnce + 1];
    private int _next;
    private int _count;

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">What it reads.</param>
    /// <param name="leaveOpen">Do not close it with this.</param>
    public StreamReader(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.");
        }

        BaseStream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>What it reads.</summary>
    public virtual Stream BaseStream { get; }

    /// <summary>UTF-8.</summary>
    public virtual Encoding CurrentEncoding => Encoding.UTF8;

    /// <summary>Nothing is left.</summary>
    public bool EndOfStream => Peek() < 0;

    /// <inheritdoc/>
    public override int Peek() => _next < _count || Fill() ? _letters[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => Peek() < 0 ? -1 : _letters[_next++];

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, count);

    /// <inheritdoc/>
    public override string? ReadLine() => base.ReadLine();

    /// <inheritdoc/>
    public override string ReadToEnd() => base.ReadToEnd();

    /// <inheritdoc/>
    public override void Close() => Dispose();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!_leaveOpen)
        {
            BaseStream.Close();
        }
    }

    private bool Fill()
    {
        _next = 0;
        _count = 0;
        for (int read = BaseStream.Read(_bytes, 0, _bytes.Length); read > 0 && _count == 0; read = _count == 0 ? BaseStream.Read(_bytes, 0, _bytes.Length) : 0)
        {
            _count = _decoder.GetChars(_bytes, 0, read, _letters, 0);
        }

        return _count > 0;
    }
}
