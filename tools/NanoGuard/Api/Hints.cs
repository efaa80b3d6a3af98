namespace NanoGuard.Api;

/// <summary>Better advice for members that firmware authors reach for and that mscorlib 1.x lacks.</summary>
internal static class Hints
{
    private static readonly (string Start, string Instead)[] Table =
    [
        ("System.Runtime.CompilerServices.IsVolatile", "volatile does not compile there: use lock, or System.Threading.Interlocked on an int"),
        ("System.Runtime.InteropServices.InAttribute", "pass the struct by value or with ref"),
        ("System.DivideByZeroException", "test the divisor first; the runtime throws plain System.Exception"),
        ("System.OverflowException", "compare with the limits first; nothing throws on overflow there"),
        ("System.String::Replace(", "walk through the characters into a char[] or System.Text.StringBuilder"),
        ("System.String::Join(", "append in a loop with System.Text.StringBuilder"),
        ("System.String::IsNullOrWhiteSpace(", "use string.IsNullOrEmpty(s) || s.Trim().Length == 0"),
        ("System.String::Split(", "call Split(new char[] { ',' }): the only overloads take char[]"),
        ("System.String::Contains(", "use IndexOf(...) >= 0"),
        ("System.Char::Is", "compare with the characters: c >= '0' && c <= '9'"),
        ("System.Enum::", "keep a switch or a table beside the enum"),
        ("System.Array::Empty", "write new T[0] once and keep it"),
        ("System.Array::Clear(System.Array)", "call Array.Clear(a, 0, a.Length)"),
        ("System.Threading.Monitor::", "only Enter and Exit exist (lock); use an AutoResetEvent or ManualResetEvent to wait"),
        ("System.Security.Cryptography.", "only HMACSHA256, HMACSHA512 and Aes exist; write SHA-1 and other hashes yourself"),
        ("System.Decimal", "use integers in a smaller unit"),
        ("System.Span`1", "use System.SpanByte, or an array with an offset and a count"),
        ("System.ReadOnlySpan`1", "use System.SpanByte, or an array with an offset and a count"),
        ("System.DateTime::get_Now(", "use DateTime.UtcNow: only UTC exists"),
        ("System.Text.Encoding::get_ASCII(", "use Encoding.UTF8: ASCII text is the same bytes"),
        ("System.IO.File::Replace(", "keep two alternating files with sequence number and CRC"),
        ("System.EventHandler`1", "declare a delegate type of your own for the event"),
    ];

    /// <summary>Advice for a type name or member key, or null when the rule's own advice serves.</summary>
    public static string? For(string name) =>
        Table.Where(row => name.StartsWith(row.Start, StringComparison.Ordinal)).Select(row => row.Instead).FirstOrDefault();
}
