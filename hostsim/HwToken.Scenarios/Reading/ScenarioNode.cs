using System.Globalization;

namespace HwToken.Scenarios.Reading;

/// <summary>A place in a scenario's file. What its form has let through (<see cref="Forms"/>) is read from it without further questions.</summary>
/// <param name="file">The file, as it was named.</param>
/// <param name="line">Its line, from 1.</param>
/// <param name="kind">What stands there.</param>
/// <param name="text">The word; empty for maps and lists.</param>
internal sealed class ScenarioNode(string file, long line, NodeKind kind, string text = "")
{
    private readonly List<(string Key, ScenarioNode Value)> _pairs = [];
    private readonly List<ScenarioNode> _items = [];

    public long Line => line;

    public NodeKind Kind => kind;

    public string Text => text;

    public IReadOnlyList<(string Key, ScenarioNode Value)> Pairs => _pairs;

    public IReadOnlyList<ScenarioNode> Items => _items;

    /// <summary>The value of a key; null when it is not there.</summary>
    public ScenarioNode? this[string key] => _pairs.Find(pair => pair.Key == key).Value;

    /// <summary>The texts of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts => kind == NodeKind.List ? [.. _items.Select(item => item.Text)] : [text];

    public bool IsTrue => text is "true" or "True" or "TRUE";

    /// <summary>A number; null when it is none, or one beyond all measure.</summary>
    public decimal? Number => text switch
    {
        ['0', 'x', .. var digits] => ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) ? hex : null,
        ['0', 'o', .. var digits] => digits.Length < 20 ? digits.Aggregate(0m, (sum, digit) => (8 * sum) + digit - '0') : null,
        _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
    };

    public int Whole => (int)Number!.Value;

    /// <summary>A span: a number of seconds, or with one of the units ms, s, m, h, d.</summary>
    public TimeSpan Span
    {
        get
        {
            string unit = kind == NodeKind.Text ? text.TrimStart("-.0123456789".ToCharArray()) : "";
            decimal number = kind == NodeKind.Text ? decimal.Parse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture) : Number!.Value;
            long ticks = unit switch
            {
                "ms" => TimeSpan.TicksPerMillisecond,
                "m" => TimeSpan.TicksPerMinute,
                "h" => TimeSpan.TicksPerHour,
                "d" => TimeSpan.TicksPerDay,
                _ => TimeSpan.TicksPerSecond,
            };
            return Math.Abs(number) <= LongestDays * (TimeSpan.TicksPerDay / ticks)
                ? TimeSpan.FromTicks((long)(number * ticks))
                : throw Wrong($"'{text}' is longer than any story: {LongestDays} days are the most");
        }
    }

    /// <summary>A moment, UTC.</summary>
    public DateTimeOffset Moment => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
        ? moment
        : throw Wrong($"there is no day '{text}'");

    private const int LongestDays = 100_000;

    public void Add(string key, ScenarioNode value) => _pairs.Add((key, value));

    public void Add(ScenarioNode item) => _items.Add(item);

    /// <summary>What is wrong at this place.</summary>
    public ScenarioException Wrong(string what) => new(file, line, what + ".");

    /// <summary>What stands here, in words, for a message.</summary>
    public string Describe() => kind switch
    {
        NodeKind.Map => "pairs of key and value",
        NodeKind.List => "a list",
        NodeKind.Nothing => "nothing",
        _ => $"'{(text.Length > 60 ? text[..60] + "…" : text)}'",
    };
}
