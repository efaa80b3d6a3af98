using System.Globalization;

namespace HwToken.Pskc.Xml;

/// <summary>Text to values, strictly: what is not exactly of the form is refused, never guessed.</summary>
internal static class Values
{
    private const int MaxText = 128;

    /// <summary>A name or a serial number: 1 to 128 characters, none of them a control character.</summary>
    public static string Text(XmlCursor cursor, string what, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxText)
        {
            throw cursor.Fail(PskcError.BadText, $"{what} is empty or longer than {MaxText} characters");
        }

        foreach (char c in text)
        {
            if (char.IsControl(c))
            {
                throw cursor.Fail(PskcError.BadText, $"{what} holds a control character");
            }
        }

        return text.ToString();
    }

    /// <summary>The same for descriptive fields, where some writers leave the element empty: then null.</summary>
    public static string? OptionalText(XmlCursor cursor, string what, ReadOnlySpan<char> text) => text.IsEmpty ? null : Text(cursor, what, text);

    public static long Integer(XmlCursor cursor, string what, ReadOnlySpan<char> text, long min, long max)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            throw cursor.Fail(PskcError.BadNumber, $"{what} is not a decimal number");
        }

        return InRange(cursor, what, value, min, max);
    }

    public static long InRange(XmlCursor cursor, string what, long value, long min, long max) => value >= min && value <= max
        ? value
        : throw cursor.Fail(PskcError.OutOfRange, $"{what} must lie between {min} and {max}");

    /// <summary>xs:dateTime in UTC. Readers in the field drop a zone silently, so any other zone, or none, is an error here. A fraction of a second may
    /// have any number of digits; what is finer than 100 ns is dropped.</summary>
    public static DateTimeOffset Date(XmlCursor cursor, string what, ReadOnlySpan<char> text)
    {
        const string seconds = "yyyy-MM-dd'T'HH:mm:ss";
        string[] forms = [seconds + "'Z'", seconds + ".FFFFFFF'Z'", seconds + "'+00:00'"];
        return DateTimeOffset.TryParseExact(WithTicks(text), forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : throw cursor.Fail(PskcError.BadDate, $"{what} is not a date in UTC like 2030-12-31T23:59:59Z; ask the sender to write UTC with a final Z");
    }

    public static bool Boolean(XmlCursor cursor, string what, string text) => text.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw cursor.Fail(PskcError.BadText, $"{what} is neither true nor false"),
    };

    /// <summary>The text with at most seven digits of a fraction; empty when the point has no digit behind it.</summary>
    private static string WithTicks(ReadOnlySpan<char> text)
    {
        const int most = 7;
        int point = text.IndexOf('.') + 1;
        int digits = point == 0 ? 0 : text[point..].IndexOfAnyExceptInRange('0', '9');
        return point == 0 ? text.ToString()
            : digits <= 0 ? ""
            : string.Concat(text[..(point + Math.Min(digits, most))], text[(point + digits)..]);
    }
}
