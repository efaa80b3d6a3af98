using System.Globalization;
using System.Security.Cryptography;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>One line of a list, split into fields (RFC 4180: a field may stand in double quotes). Errors bear line and ID, never the content.</summary>
internal sealed class Row
{
    private const int MaxFields = 64;

    private readonly (int Start, int Length)[] fields = new (int, int)[MaxFields];
    private char[] text = [];

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>ID of the key, once it is known, for errors.</summary>
    public string? Key { get; set; }

    public int Count { get; private set; }

    /// <summary>A field without white space around it; empty behind the last one.</summary>
    public ReadOnlySpan<char> this[int index] => index < Count ? text.AsSpan(fields[index].Start, fields[index].Length).Trim() : default;

    public void Split(ReadOnlySpan<char> line, char separator, int number)
    {
        Clear();
        (Line, Key, Count) = (number, null, 0);
        text = line.ToArray();
        int at = 0;
        while (true)
        {
            fields[Count++] = Count <= MaxFields - 1 ? Field(ref at, separator) : throw Fail(PskcError.BadLine, $"the line has more than {MaxFields} fields");
            if (at >= text.Length)
            {
                return;
            }

            at++;
        }
    }

    /// <summary>A row without fields.</summary>
    public void Reset()
    {
        Clear();
        (Key, Count) = (null, 0);
    }

    /// <summary>Overwrites the line.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));

    public PskcException Fail(PskcError error, string reason) => new(error, Line, Key, reason);

    /// <summary>A number, or <paramref name="otherwise"/> when the field is empty.</summary>
    public long Number(int index, string what, long min, long max, long otherwise)
    {
        ReadOnlySpan<char> field = this[index];
        return field.IsEmpty ? otherwise
            : !long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? throw Fail(PskcError.BadNumber, $"{what} is not a decimal number")
            : value >= min && value <= max ? value
            : throw Fail(PskcError.OutOfRange, $"{what} must lie between {min} and {max}");
    }

    /// <summary>Finds the field's end; <paramref name="at"/> is left on the separator behind it, or at the line's end.</summary>
    private (int Start, int Length) Field(ref int at, char separator)
    {
        int first = at;
        while (first < text.Length && text[first] == ' ')
        {
            first++;
        }

        if (first < text.Length && text[first] == '"')
        {
            return Quoted(first + 1, ref at, separator);
        }

        int start = at;
        int end = text.AsSpan(start).IndexOf(separator);
        at = end < 0 ? text.Length : start + end;
        return (start, at - start);
    }

    private (int Start, int Length) Quoted(int start, ref int at, char separator)
    {
        int length = 0;
        for (at = start; at < text.Length; at++)
        {
            if (text[at] == '"' && !(at + 1 < text.Length && text[at + 1] == '"'))
            {
                at++;
                while (at < text.Length && text[at] == ' ')
                {
                    at++;
                }

                return at == text.Length || text[at] == separator ? (start, length) : throw Fail(PskcError.BadLine, "something stands behind a closing quotation mark");
            }

            at += text[at] == '"' ? 1 : 0;
            text[start + length++] = text[at];
        }

        throw Fail(PskcError.BadLine, "a quotation mark is not closed in its line");
    }
}
