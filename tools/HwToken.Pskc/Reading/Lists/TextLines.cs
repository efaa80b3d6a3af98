using System.Security.Cryptography;
using System.Text;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>Lines of a text in UTF-8, read into buffers that are cleared: they hold secrets, which strings would keep.</summary>
internal sealed class TextLines(Stream stream) : IDisposable
{
    private const int MaxLine = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] chunk = new byte[4096];
    private readonly byte[] bytes = new byte[MaxLine];
    private readonly char[] chars = new char[MaxLine];
    private int from;
    private int to;
    private bool afterReturn;

    /// <summary>Number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end; it may be written to, and lives until the next call.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Next(out Span<char> line)
    {
        Number++;
        int length = 0;
        bool any = false;
        for (int b; (b = NextByte()) >= 0;)
        {
            any = true;
            if (b is '\n' or '\r')
            {
                break;
            }

            bytes[length++] = length < MaxLine ? (byte)b : throw new PskcException(PskcError.BadLine, Number, null, $"the line is longer than {MaxLine} bytes: no list of keys has such lines");
        }

        line = Decode(bytes.AsSpan(0, length));
        return any;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(chunk);
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(chars.AsSpan()));
        stream.Dispose();
    }

    private Span<char> Decode(ReadOnlySpan<byte> text)
    {
        if (Number == 1 && text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        try
        {
            return chars.AsSpan(0, Strict.GetChars(text, chars));
        }
        catch (DecoderFallbackException)
        {
            throw new PskcException(PskcError.BadText, Number, null, "the line is not UTF-8: save the file as UTF-8");
        }
    }

    /// <summary>CR LF is one end of a line, so an LF behind a CR is passed over.</summary>
    private int NextByte()
    {
        while (true)
        {
            if (from == to)
            {
                (from, to) = (0, stream.Read(chunk));
                if (to == 0)
                {
                    return -1;
                }
            }

            byte b = chunk[from++];
            bool isSecondHalf = b == '\n' && afterReturn;
            afterReturn = b == '\r';
            if (!isSecondHalf)
            {
                return b;
            }
        }
    }
}
