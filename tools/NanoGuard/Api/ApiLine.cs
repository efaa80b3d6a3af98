namespace NanoGuard.Api;

/// <summary>One member line of a list: <c>System.IO.File::Exists(System.String) : static System.Boolean</c>.</summary>
/// <param name="Text">The line as it stands.</param>
/// <param name="Assembly">The heading that it stands under.</param>
/// <param name="Type">Full name of the declaring type.</param>
/// <param name="Key">
/// The signature without what a reference cannot show: no <c>virtual</c>, <c>abstract</c>, <c>const</c>, no constant value, no
/// parameter names (delegates have them). <c>static</c> stays.
/// </param>
public sealed record ApiLine(string Text, string Assembly, string Type, string Key)
{
    /// <summary>Takes a member line apart.</summary>
    /// <param name="line">The line, trimmed.</param>
    /// <param name="assembly">The heading that it stands under.</param>
    /// <returns>The parts, or null when it is no member line.</returns>
    public static ApiLine? TryParse(string line, string assembly)
    {
        ArgumentNullException.ThrowIfNull(line);
        var member = line.IndexOf("::", StringComparison.Ordinal);
        var colon = member < 0 ? -1 : line.IndexOf(" : ", member, StringComparison.Ordinal);
        if (member <= 0 || colon < 0)
        {
            return null;
        }

        var left = WithoutParameterNames(line[..colon]);
        var words = line[(colon + 3)..];
        var equals = words.IndexOf(" = ", StringComparison.Ordinal);
        if (equals >= 0)
        {
            words = words[..equals];
        }

        var kept = words.Split(' ').Where(word => word is not ("virtual" or "abstract" or "const"));
        return new ApiLine(line, assembly, line[..member], $"{left} : {string.Join(' ', kept)}");
    }

    /// <summary>A parameter without <c>params</c> or <c>out</c>: surfaces do not print these, a list may (a stub's compiler must know them).</summary>
    internal static string WithoutModifier(string parameter) =>
        parameter.StartsWith("params ", StringComparison.Ordinal) ? parameter[7..]
        : parameter.StartsWith("out ", StringComparison.Ordinal) ? parameter[4..] : parameter;

    private static string WithoutParameterNames(string left)
    {
        var open = left.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !left.EndsWith(')') || !left.Contains(' ', StringComparison.Ordinal))
        {
            return left;
        }

        var types = left[(open + 1)..^1].Split(", ").Select(parameter => WithoutModifier(parameter).Split(' ')[0]);
        return $"{left[..open]}({string.Join(", ", types)})";
    }
}
