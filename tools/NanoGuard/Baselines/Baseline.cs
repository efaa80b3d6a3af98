using System.Text.Json;

namespace NanoGuard.Baselines;

/// <summary>
/// Findings that a project knows of and lives with for now: only what comes on top is reported. Neither lines nor offsets count, so code may move; a second
/// finding of the same kind in the same member is new.
/// </summary>
public sealed class Baseline
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IReadOnlyList<BaselineEntry> entries;

    private Baseline(IReadOnlyList<BaselineEntry> entries) => this.entries = entries;

    /// <summary>Takes findings as known.</summary>
    public static Baseline Of(IEnumerable<Violation> found) => new([.. found
        .GroupBy(Key)
        .Select(group => new BaselineEntry(group.Key.Rule, group.Key.Assembly, group.Key.Member, group.Key.Detail, group.Count()))
        .OrderBy(entry => entry.Assembly, StringComparer.Ordinal).ThenBy(entry => entry.Member, StringComparer.Ordinal)
        .ThenBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Detail, StringComparer.Ordinal)]);

    /// <summary>Reads a baseline.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="FormatException">It is none, or one of another format.</exception>
    public static Baseline Parse(string text)
    {
        try
        {
            var file = JsonSerializer.Deserialize<BaselineFile>(text, Json);
            return file is { Baseline: Format } ? new Baseline(file.Findings) : throw new FormatException("it is no baseline of this version");
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is no baseline: {e.Message}", e);
        }
    }

    /// <summary>Parts findings into those that the baseline knows and those that are new.</summary>
    /// <param name="found">All findings.</param>
    /// <returns>Both, and how many of the baseline are gone.</returns>
    public BaselineResult Compare(IEnumerable<Violation> found)
    {
        var left = entries.GroupBy(entry => (entry.Rule, entry.Assembly, entry.Member, entry.Detail))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Count));
        var (known, added) = (new List<Violation>(), new List<Violation>());
        foreach (var violation in found)
        {
            var key = Key(violation);
            if (left.GetValueOrDefault(key) > 0)
            {
                left[key]--;
                known.Add(violation);
            }
            else
            {
                added.Add(violation);
            }
        }

        return new BaselineResult(added, known, left.Values.Sum());
    }

    /// <summary>The file's text: sorted, one finding a block, so that changes can be read.</summary>
    public override string ToString() => JsonSerializer.Serialize(new BaselineFile(Format, entries), Json) + "\n";

    private static (string Rule, string Assembly, string Member, string Detail) Key(Violation violation) =>
        (violation.Rule.Id, violation.Assembly, violation.Member, violation.Detail);

    private sealed record BaselineFile(int Baseline, IReadOnlyList<BaselineEntry> Findings);

    private sealed record BaselineEntry(string Rule, string Assembly, string Member, string Detail, int Count);
}
