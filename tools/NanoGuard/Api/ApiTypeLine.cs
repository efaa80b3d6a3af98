namespace NanoGuard.Api;

/// <summary>One type line of a list: <c>System.IO.Stream | abstract class : System.MarshalByRefObject, System.IDisposable</c>.</summary>
/// <param name="Text">The line as it stands.</param>
/// <param name="Assembly">The heading that it stands under.</param>
/// <param name="FullName">Full name, nested types with a dot.</param>
/// <param name="Kind"><c>class</c>, <c>sealed class</c>, <c>abstract class</c>, <c>static class</c>, <c>struct</c>, <c>enum</c>, <c>interface</c> or <c>delegate</c>.</param>
/// <param name="Bases">Base class (unless object) and interfaces.</param>
public sealed record ApiTypeLine(string Text, string Assembly, string FullName, string Kind, IReadOnlyList<string> Bases)
{
    /// <summary>Takes a type line apart.</summary>
    /// <param name="line">The line, trimmed; it holds " | ".</param>
    /// <param name="assembly">The heading that it stands under.</param>
    /// <returns>The parts.</returns>
    public static ApiTypeLine Parse(string line, string assembly)
    {
        ArgumentNullException.ThrowIfNull(line);
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        var rest = line[(bar + 3)..];
        var colon = rest.IndexOf(" : ", StringComparison.Ordinal);
        var kind = colon < 0 ? rest : rest[..colon];
        IReadOnlyList<string> bases = colon < 0 ? [] : rest[(colon + 3)..].Split(", ");
        return new ApiTypeLine(line, assembly, line[..bar], kind.Trim(), bases);
    }
}
