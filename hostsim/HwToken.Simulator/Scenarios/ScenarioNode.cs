using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace HwToken.Simulator.Scenarios;

/// <summary>A place in a scenario's file: whatever is wrong with it is told with its line.</summary>
/// <param name="file">The file.</param>
/// <param name="node">What stands there.</param>
public sealed partial class ScenarioNode(string file, YamlNode node)
{
    /// <summary>Its line, from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>It is a list of pairs.</summary>
    public bool IsMap => node is YamlMappingNode;

    /// <summary>Its keys.</summary>
    public IEnumerable<string> Keys => Pairs().Select(pair => pair.Key);

    /// <summary>Its text.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public string Text => node is YamlScalarNode { Value: { } text } ? text : throw Wrong("a word or number is wanted here");

    /// <summary>The lines of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts => node is YamlSequenceNode list ? [.. list.Select(item => new ScenarioNode(file, item).Text)] : [Text];

    /// <summary>The value of a key; null when it is not there.</summary>
    public ScenarioNode? this[string key] => Pairs().FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>The value of a key.</summary>
    /// <exception cref="ScenarioException">It is not there.</exception>
    public ScenarioNode Need(string key) => this[key] ?? throw Wrong($"'{key}' is missing here");

    /// <summary>Key and value, in order.</summary>
    /// <exception cref="ScenarioException">It has none.</exception>
    public IEnumerable<(string Key, ScenarioNode Value)> Pairs() => node is YamlMappingNode map
        ? map.Select(pair => (new ScenarioNode(file, pair.Key).Text, new ScenarioNode(file, pair.Value)))
        : throw Wrong("pairs such as 'token: alice' are wanted here");

    /// <summary>The items of a list.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public IEnumerable<ScenarioNode> Items() => node is YamlSequenceNode list ? list.Select(item => new ScenarioNode(file, item)) : throw Wrong("a list is wanted here");

    /// <summary>Refuses keys that nothing reads: a misspelt one would be passed over.</summary>
    /// <exception cref="ScenarioException">There is one.</exception>
    public void Only(params string[] known)
    {
        foreach ((string key, ScenarioNode _) in Pairs())
        {
            if (!known.Contains(key))
            {
                throw Wrong($"'{key}' is not known here; known are {string.Join(", ", known)}");
            }
        }
    }

    /// <summary>A span: <c>31s</c>, <c>500ms</c>, <c>5m</c>, <c>12h</c>, <c>3d</c>, or seconds; with a minus where one can go back.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public TimeSpan Span()
    {
        Match match = SpanText().Match(Text);
        if (!match.Success || !double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || Math.Abs(number) > 1e9)
        {
            throw Wrong($"'{Text}' is no span: write 31s, 500ms, 5m, 12h or 3d");
        }

        return match.Groups[2].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => TimeSpan.FromSeconds(number),
        };
    }

    /// <summary>A moment, UTC.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public DateTimeOffset Moment() => DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
        ? moment
        : throw Wrong($"'{Text}' is no time: write 2026-01-01T00:00:00Z");

    /// <summary>A number.</summary>
    /// <exception cref="ScenarioException">It is none in these bounds.</exception>
    public double Number(double least, double most) => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most
        ? number
        : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"'{Text}' is no number from {least} to {most}"));

    /// <summary>True or false.</summary>
    /// <exception cref="ScenarioException">It is neither.</exception>
    public bool Flag() => Text switch
    {
        "true" or "on" => true,
        "false" or "off" => false,
        _ => throw Wrong($"'{Text}' is neither true nor false"),
    };

    /// <summary>What is wrong at this place.</summary>
    public ScenarioException Wrong(string what) => new(file, Line, what + ".");

    [GeneratedRegex(@"^(-?[0-9.]+)(ms|s|m|h|d)?$")]
    private static partial Regex SpanText();
}
