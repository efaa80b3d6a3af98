using System.ComponentModel;
using System.Globalization;
using System.Text;
using NanoBoard.Guests.Running;
using NanoBoard.Running;

namespace NanoBoard.Guests;

/// <summary>What rewritten programs call in place of desktop members that answer otherwise than the device. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Substitutes
{
    private static readonly Func<string> s_whereabouts = Whereabouts.Tell;

    /// <summary>At every backward jump: computing takes virtual time too, and a loop without a board call does not hold up the board.</summary>
    public static void Loop() => Boot.CurrentOrNull?.PassLoop(s_whereabouts);

    /// <summary>At the beginning of every method that calls others: a recursion takes virtual time as a loop does, and ends before the host's stack does.</summary>
    public static void Enter() => Boot.CurrentOrNull?.EnterMethod(s_whereabouts);

    /// <summary>At the beginning of every catch-all: the end of a run is nothing that a program can catch.</summary>
    public static void Caught(object exception)
    {
        if (exception is FirmwareUnwoundException)
        {
            Boot.Current.ThrowIfDead();
        }
    }

    /// <summary>An enum is a number on the device, which keeps no names.</summary>
    [Replaces("System.Object::ToString()")]
    public static string? ToText(object value) => value is Enum number ? number.ToString("D") : value.ToString();

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.Enum::ToString()")]
    public static string? EnumToText(object value) => ToText(value);

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.String::Concat(System.Object)")]
    public static string Concat(object? a) => Text(a) ?? string.Empty;

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.String::Concat(System.Object,System.Object)")]
    public static string Concat(object? a, object? b) => Text(a) + Text(b);

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.String::Concat(System.Object,System.Object,System.Object)")]
    public static string Concat(object? a, object? b, object? c) => Text(a) + Text(b) + Text(c);

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.String::Concat(System.Object[])")]
    public static string Concat(object?[] all) => string.Concat(all.Select(Text));

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.String::Format(System.String,System.Object[])")]
    public static string Format(string format, object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, format, [.. arguments.Select(argument => argument is Enum ? Text(argument) : argument)]);

    /// <inheritdoc cref="ToText"/>
    [Replaces("System.Text.StringBuilder::Append(System.Object)")]
    public static StringBuilder Append(StringBuilder builder, object? value) => builder.Append(Text(value));

    /// <summary>The device compares code by code, in no language.</summary>
    [Replaces("System.String::Compare(System.String,System.String)")]
    public static int Compare(string? a, string? b) => string.CompareOrdinal(a, b);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::CompareTo(System.String)")]
    public static int CompareTo(string a, string? b) => string.CompareOrdinal(a, b);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::CompareTo(System.Object)")]
    public static int CompareTo(string a, object? b) => string.CompareOrdinal(a, (string?)b);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::StartsWith(System.String)")]
    public static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::EndsWith(System.String)")]
    public static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::IndexOf(System.String)")]
    public static int IndexOf(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::IndexOf(System.String,System.Int32)")]
    public static int IndexOf(string text, string part, int start) => text.IndexOf(part, start, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::IndexOf(System.String,System.Int32,System.Int32)")]
    public static int IndexOf(string text, string part, int start, int count) => text.IndexOf(part, start, count, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::LastIndexOf(System.String)")]
    public static int LastIndexOf(string text, string part) => text.LastIndexOf(part, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::LastIndexOf(System.String,System.Int32)")]
    public static int LastIndexOf(string text, string part, int start) => text.LastIndexOf(part, start, StringComparison.Ordinal);

    /// <inheritdoc cref="Compare"/>
    [Replaces("System.String::LastIndexOf(System.String,System.Int32,System.Int32)")]
    public static int LastIndexOf(string text, string part, int start, int count) => text.LastIndexOf(part, start, count, StringComparison.Ordinal);

    /// <summary>The device's takes a long.</summary>
    [Replaces("System.TimeSpan::FromMilliseconds(System.Int64)")]
    public static TimeSpan FromMilliseconds(long value) => new(value * TimeSpan.TicksPerMillisecond);

    /// <inheritdoc cref="FromMilliseconds"/>
    [Replaces("System.TimeSpan::FromSeconds(System.Int64)")]
    public static TimeSpan FromSeconds(long value) => new(value * TimeSpan.TicksPerSecond);

    /// <inheritdoc cref="FromMilliseconds"/>
    [Replaces("System.TimeSpan::FromMinutes(System.Int64)")]
    public static TimeSpan FromMinutes(long value) => new(value * TimeSpan.TicksPerMinute);

    /// <inheritdoc cref="FromMilliseconds"/>
    [Replaces("System.TimeSpan::FromHours(System.Int64)")]
    public static TimeSpan FromHours(long value) => new(value * TimeSpan.TicksPerHour);

    /// <inheritdoc cref="FromMilliseconds"/>
    [Replaces("System.TimeSpan::FromDays(System.Int64)")]
    public static TimeSpan FromDays(long value) => new(value * TimeSpan.TicksPerDay);

    /// <summary>The device's knows the letters of ASCII.</summary>
    [Replaces("System.Char::ToLower()")]
    public static char ToLower(ref char value) => char.IsAsciiLetterUpper(value) ? (char)(value | 0x20) : value;

    /// <inheritdoc cref="ToLower"/>
    [Replaces("System.Char::ToUpper()")]
    public static char ToUpper(ref char value) => char.IsAsciiLetterLower(value) ? (char)(value & ~0x20) : value;

    /// <summary>A field on the desktop.</summary>
    [Replaces("System.BitConverter::get_IsLittleEndian()")]
    public static bool IsLittleEndian() => BitConverter.IsLittleEndian;

    /// <summary>The desktop's wants a name.</summary>
    [Replaces("System.ObjectDisposedException::.ctor()")]
    public static ObjectDisposedException Disposed() => new((string?)null);

    /// <summary>From the board's random numbers, so that a run follows from its seed.</summary>
    [Replaces("System.Guid::NewGuid()")]
    public static Guid NewGuid()
    {
        byte[] bytes = new byte[16];
        new Nano.System.Random().NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string? Text(object? value) => value is null ? null : ToText(value);
}
