namespace NanoGuard.Api;

/// <summary>Defaults of optional parameters, which surface files do not hold. One member a line: <c>member line ; name = value ; …</c>.</summary>
public sealed class OptionalDefaults
{
    private readonly Dictionary<string, Dictionary<string, string>> byKey = new(StringComparer.Ordinal);

    private OptionalDefaults()
    {
    }

    /// <summary>The table that comes with this library: GPIO button, serial port, SSD1306, streams, sleep of the 1.x line.</summary>
    public static OptionalDefaults NanoFramework { get; } = ReadEmbedded();

    /// <summary>The members that the table names.</summary>
    public IReadOnlyCollection<string> Keys => byKey.Keys;

    /// <summary>Reads a table.</summary>
    /// <param name="text">Lines; # begins a comment.</param>
    /// <returns>The table.</returns>
    /// <exception cref="FormatException">A line has no member or no default.</exception>
    public static OptionalDefaults Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = new OptionalDefaults();
        foreach (var line in text.Split('\n').Select(raw => raw.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(" ; ");
            var member = ApiLine.TryParse(parts[0].Trim(), string.Empty);
            var pairs = parts.Skip(1).Select(part => part.Split(" = ", 2)).ToList();
            if (member is null || pairs.Count == 0 || pairs.Exists(pair => pair.Length != 2))
            {
                throw new FormatException($"not \"member line ; name = value\": {line}");
            }

            table.byKey.Add(member.Key, pairs.ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal));
        }

        return table;
    }

    /// <summary>The defaults of a member's optional parameters.</summary>
    /// <param name="key">Signature, see <see cref="ApiLine.Key"/>.</param>
    /// <returns>Value by parameter name; empty when the member has no optional parameter that the table knows.</returns>
    public IReadOnlyDictionary<string, string> For(string key) => byKey.GetValueOrDefault(key) ?? [];

    private static OptionalDefaults ReadEmbedded()
    {
        using var stream = typeof(OptionalDefaults).Assembly.GetManifestResourceStream("NanoGuard.optional-defaults.txt")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
