using System.Text;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.TextReader</c>.</summary>
public abstract class TextReader : MarshalByRefObject, IDisposable
{
    /// <summary>Closes it.</summary>
    public virtual void Close() => Dispose();

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The next character, which stays; -1 at the end.</summary>
    public virtual int Peek() => -1;

    /// <summary>The next character; -1 at the end.</summary>
    public virtual int Read() => -1;

    /// <summary>Reads characters.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public virtual int Read(char[] buffer, int index, int count)
    {
        Span<char> into = buffer.AsSpan(index, count);
        int read = 0;
        for (; read < into.Length && Peek() >= 0; read++)
        {
            into[read] = (char)Read();
        }

        return read;
    }

    /// <summary>Reads as many characters as there are, up to a number.</summary>
    public virtual int ReadBlock(char[] buffer, int index, int count) => Read(buffer, index, count);

    /// <summary>The next line without its end; null at the end.</summary>
    public virtual string? ReadLine()
    {
        if (Peek() < 0)
        {
            return null;
        }

        var line = new StringBuilder();
        for (int letter = Read(); letter >= 0 && letter != '\n'; letter = Read())
        {
            if (letter == '\r')
            {
                if (Peek() == '\n')
                {
                    Read();
                }

                break;
            }

            line.Append((char)letter);
        }

        return line.ToString();
    }

    /// <summary>All that is left.</summary>
    public virtual string ReadToEnd()
    {
        var text = new StringBuilder();
        for (int letter = Read(); letter >= 0; letter = Read())
        {
            text.Append((char)letter);
        }

        return text.ToString();
    }

    /// <summary>Closes it.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
