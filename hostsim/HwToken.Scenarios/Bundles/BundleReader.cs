using System.Globalization;
using System.Text.Json;
using HwToken.Scenarios.Playing;
using HwToken.Scenarios.Reading;
using HwToken.Scenarios.Services;

namespace HwToken.Scenarios.Bundles;

/// <summary>Plays a bundle's story again and tells whether the same bytes come out.</summary>
public static class BundleReader
{
    /// <summary>Plays it.</summary>
    /// <param name="folder">The bundle.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The bundle that came out; null: the story holds now.</returns>
    /// <exception cref="FormatException">The folder is no bundle; the message says why.</exception>
    /// <exception cref="ScenarioException">Its story cannot be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<ScenarioBundle?> ReplayAsync(string folder, CancellationToken cancel = default)
    {
        BundleManifest manifest = ReadManifest(folder);
        Scenario scenario = ScenarioReader.Read(manifest.File, await File.ReadAllTextAsync(Path.Combine(folder, ScenarioBundle.Story), cancel).ConfigureAwait(false));
        if (!DateTimeOffset.TryParse(manifest.Starts, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset starts))
        {
            throw new FormatException($"{ScenarioBundle.Manifest} tells no time at which the story began.");
        }

        ScenarioOutcome outcome = await ScenarioRun.PlayAsync(scenario, new PlaySettings(), new BundleReplay(starts, ReadAnswers(folder)), cancel).ConfigureAwait(false);
        return outcome.Bundle;
    }

    /// <summary>What differs between a bundle in a folder and one that came out of it: names of files, in order.</summary>
    /// <param name="folder">The bundle in the folder.</param>
    /// <param name="again">The one that came out.</param>
    public static IReadOnlyList<string> Differences(string folder, ScenarioBundle again)
    {
        ArgumentNullException.ThrowIfNull(again);
        IEnumerable<string> there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'));
        return [.. there.Union(again.Files.Keys).Where(name => !IsSame(folder, name, again)).Order(StringComparer.Ordinal)];
    }

    private static bool IsSame(string folder, string name, ScenarioBundle again)
    {
        string path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
        return again.Files.TryGetValue(name, out byte[]? content) && File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    private static BundleManifest ReadManifest(string folder)
    {
        string path = Path.Combine(folder, ScenarioBundle.Manifest);
        if (!File.Exists(path))
        {
            throw new FormatException($"'{folder}' is no bundle: it holds no {ScenarioBundle.Manifest}. Name a folder that 'run' wrote.");
        }

        try
        {
            BundleManifest? manifest = JsonSerializer.Deserialize<BundleManifest>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            return manifest is { Version: ScenarioBundle.Form, File: not null, Starts: not null } ? manifest : throw new FormatException($"{ScenarioBundle.Manifest} is of another form. Play the bundle with the version that wrote it.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{ScenarioBundle.Manifest} cannot be read: {e.Message}");
        }
    }

    private static ServiceAnswer[] ReadAnswers(string folder)
    {
        string path = Path.Combine(folder, ScenarioBundle.AnswerFile);
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<ServiceAnswer>(line)!)] : [];
        }
        catch (JsonException e)
        {
            throw new FormatException($"{ScenarioBundle.AnswerFile} cannot be read: {e.Message}");
        }
    }
}
