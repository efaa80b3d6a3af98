using System.Globalization;
using Mono.Cecil;

namespace NanoGuard.Stubs;

/// <summary>Constants as lines print them, and the numbers behind enums.</summary>
internal static class StubConstants
{
    /// <summary>The type behind an enum. Lines do not hold it: the smallest of int, uint and ulong that takes all values; long when some are negative.</summary>
    public static string EnumNumber(IEnumerable<string> lines)
    {
        var values = lines.Select(line => decimal.Parse(line[(line.LastIndexOf(" = ", StringComparison.Ordinal) + 3)..], CultureInfo.InvariantCulture)).ToList();
        return values.TrueForAll(value => value is >= int.MinValue and <= int.MaxValue) ? "System.Int32"
            : values.Exists(value => value < 0) ? "System.Int64"
            : values.TrueForAll(value => value <= uint.MaxValue) ? "System.UInt32" : "System.UInt64";
    }

    /// <summary>A printed constant of a primitive type or string; an enum's is its number.</summary>
    public static object? Parse(string text, string type)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            "System.String" => text == "null" ? null : text,
            "System.Boolean" => bool.Parse(text),
            "System.Char" => text.StartsWith("\\u", StringComparison.Ordinal) ? (char)int.Parse(text[2..], NumberStyles.HexNumber, culture) : text[0],
            "System.SByte" => sbyte.Parse(text, culture),
            "System.Byte" => byte.Parse(text, culture),
            "System.Int16" => short.Parse(text, culture),
            "System.UInt16" => ushort.Parse(text, culture),
            "System.UInt32" => uint.Parse(text, culture),
            "System.Int64" => long.Parse(text, culture),
            "System.UInt64" => ulong.Parse(text, culture),
            "System.Single" => float.Parse(text, culture),
            "System.Double" => double.Parse(text, culture),
            _ => text == "null" ? null : int.Parse(text, culture),
        };
    }

    /// <summary>Gives the last parameters their names and defaults: the table names optional ones alone, and those stand last.</summary>
    public static void SetDefaults(MethodDefinition method, IReadOnlyDictionary<string, string> defaults)
    {
        var first = method.Parameters.Count - defaults.Count;
        foreach (var ((name, value), parameter) in defaults.Zip(method.Parameters.Skip(first)))
        {
            parameter.Name = name;
            parameter.IsOptional = true;
            if (value != "default")
            {
                parameter.HasDefault = true;
                parameter.Constant = Parse(value, parameter.ParameterType.FullName);
            }
        }
    }
}
