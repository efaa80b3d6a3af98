using System.Diagnostics;
using HwToken.Scenarios;
using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Playing;
using HwToken.Scenarios.Reading;

namespace HwToken.HostSim.Scenarios;

/// <summary>Plays stories beside each other: each has boards, a service and a time of its own.</summary>
internal static class ScenarioPlayer
{
    /// <summary>The results, in the order of the files. Ctrl-C leaves out those that were not over.</summary>
    public static async Task<IReadOnlyList<ScenarioResult>> PlayAllAsync(IReadOnlyList<string> files, PlayOptions options, CancellationToken cancel)
    {
        var results = new ScenarioResult?[files.Count];
        try
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = options.Port is null ? options.AtOnce : 1, CancellationToken = cancel };
            await Parallel.ForAsync(0, files.Count, atOnce, async (number, end) => results[number] = await PlayAsync(files[number], options, end).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What is over is told.
        }

        return [.. results.OfType<ScenarioResult>()];
    }

    private static async Task<ScenarioResult> PlayAsync(string file, PlayOptions options, CancellationToken cancel)
    {
        long began = Stopwatch.GetTimestamp();
        Scenario scenario;
        try
        {
            scenario = ScenarioReader.ReadFile(file);
        }
        catch (Exception e) when (e is ScenarioException or IOException or UnauthorizedAccessException)
        {
            return new ScenarioResult(file, file, Stopwatch.GetElapsedTime(began), e.Message) { IsUnreadable = true };
        }

        var settings = new PlaySettings { Services = new ScenarioBanks(), Service = options.Service, Port = options.Port };
        ScenarioOutcome outcome = await ScenarioRun.PlayAsync(scenario, settings, cancel).ConfigureAwait(false);
        return new ScenarioResult(file, scenario.Name, Stopwatch.GetElapsedTime(began), outcome.Problem?.Message)
        {
            Skipped = outcome.Skipped,
            Bundle = Keep(file, outcome.Bundle, options),
        };
    }

    /// <summary>A folder named for the story's file; one of an earlier run goes away.</summary>
    private static string? Keep(string file, ScenarioBundle? bundle, PlayOptions options)
    {
        if (bundle is null || options.Bundles is null)
        {
            return null;
        }

        string folder = Path.Combine(options.Bundles, BundleNames.Of(file));
        try
        {
            if (File.Exists(Path.Combine(folder, "bundle.json")))
            {
                Directory.Delete(folder, recursive: true);
            }

            bundle.Write(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"nowhere, it cannot be written to '{folder}': {e.Message} Name another folder with --bundles.";
        }
    }
}
