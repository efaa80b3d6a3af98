using System.Text.RegularExpressions;

namespace HwToken.Scenarios.Reading;

/// <summary>What a plain word is in YAML 1.2 (core schema, 10.3.2): editors judge by the same table.</summary>
internal static partial class ScalarKinds
{
    /// <summary>The kind of a word without quotes.</summary>
    public static NodeKind Of(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => NodeKind.Nothing,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => NodeKind.Flag,
        _ when Whole().IsMatch(plain) => NodeKind.Whole,
        _ when Number().IsMatch(plain) => NodeKind.Number,
        _ => NodeKind.Text,
    };

    [GeneratedRegex(@"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex Number();
}
