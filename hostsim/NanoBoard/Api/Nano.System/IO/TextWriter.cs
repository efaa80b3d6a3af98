using System.Globalization;
using System.Text;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.TextWriter</c>. Lines end with CR and LF unless told otherwise.</summary>
public abstract class TextWriter : MarshalByRefObject, IDisposable
{
    /// <summary>What ends a line.</summary>
    protected char[] CoreNewLine = ['\r', '\n'];

    /// <summary>How text becomes bytes.</summary>
    public abstract Encoding Encoding { get; }

    /// <summary>What ends a line.</summary>
    public virtual string NewLine
    {
        get => new(CoreNewLine);
        set => CoreNewLine = (value ?? "\r\n").ToCharArray();
    }

    /// <summary>Closes it.</summary>
    public virtual void Close() => Dispose();

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Hands buffers on.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes a character.</summary>
    public virtual void Write(char value)
    {
    }

    /// <summary>Writes text.</summary>
    public virtual void Write(string? value)
    {
        foreach (char letter in value ?? string.Empty)
        {
            Write(letter);
        }
    }

    /// <summary>Writes characters.</summary>
    public virtual void Write(char[] buffer) => Write(new string(buffer));

    /// <summary>Writes characters.</summary>
    public virtual void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(bool value) => Write(value ? "True" : "False");

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(int value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(uint value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(long value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(ulong value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(float value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(double value) => Write(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value as text.</summary>
    public virtual void Write(object? value) => Write(Convert.ToString(value, CultureInfo.InvariantCulture));

    /// <summary>Ends a line.</summary>
    public virtual void WriteLine() => Write(CoreNewLine);

    /// <summary>Writes text and ends the line.</summary>
    public virtual void WriteLine(string? value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a character and ends the line.</summary>
    public virtual void WriteLine(char value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes characters and ends the line.</summary>
    public virtual void WriteLine(char[] buffer)
    {
        Write(buffer);
        WriteLine();
    }

    /// <summary>Writes characters and ends the line.</summary>
    public virtual void WriteLine(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(bool value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(int value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(uint value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(long value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(ulong value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(float value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(double value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes a value as text and ends the line.</summary>
    public virtual void WriteLine(object? value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Closes it.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
