using HwToken.Provisioning.Transports;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Scenarios;

/// <summary>What <c>run</c> does: finds the files, plays them, tells.</summary>
internal static class ScenarioSession
{
    /// <summary>Runs it.</summary>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(string[] patterns, PlayOptions options, string? port, string? junit, CancellationToken cancel)
    {
        // Ctrl-C finds a command that is under way only once its task is there.
        await Task.Yield();
        IReadOnlyList<string> files = ScenarioFiles.Find(patterns, out IReadOnlyList<string> unmet);
        if (unmet.Count > 0)
        {
            await Console.Error.WriteLineAsync($"No file is there for {string.Join(", ", unmet)}. Name YAML files, or a pattern in quotes: 'scenarios/**/*.yaml'.").ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        if (junit is not null && (Directory.Exists(junit) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(junit)))))
        {
            await Console.Error.WriteLineAsync($"The results cannot be written to '{junit}': the folder is not there, or that is a folder. Make it, or name another file with --junit.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        if (port is null)
        {
            return await PlayAsync(files, options, junit, cancel).ConfigureAwait(false);
        }

        try
        {
            LineTransport line = await ScenarioPort.OpenAsync(port, cancel).ConfigureAwait(false);
            await using var _ = line.ConfigureAwait(false);
            return await PlayAsync(files, options with { Port = line }, junit, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return e is FormatException ? ExitStatus.Usage : ExitStatus.Failed;
        }
    }

    private static async Task<int> PlayAsync(IReadOnlyList<string> files, PlayOptions options, string? junit, CancellationToken cancel)
    {
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"Playing {files.Count}, {Math.Min(files.Count, options.Port is null ? options.AtOnce : 1)} at once.")).ConfigureAwait(false);
        IReadOnlyList<ScenarioResult> results = await ScenarioPlayer.PlayAllAsync(files, options, cancel).ConfigureAwait(false);
        foreach (ScenarioResult result in results)
        {
            await Console.Out.WriteLineAsync(result.Describe()).ConfigureAwait(false);
        }

        int failed = results.Count(result => result.Problem is not null);
        int skipped = results.Count(result => result.Skipped is not null);
        string rest = (skipped > 0 ? $", {skipped} skipped" : "") + (results.Count < files.Count ? $", {files.Count - results.Count} not played to the end" : "");
        await Console.Out.WriteLineAsync($"{results.Count - failed - skipped} held, {failed} failed{rest}").ConfigureAwait(false);
        if (junit is not null && !TryWrite(junit, results))
        {
            return ExitStatus.Failed;
        }

        return cancel.IsCancellationRequested ? ExitStatus.Interrupted
            : results.Any(result => result.IsUnreadable) ? ExitStatus.Usage
            : failed > 0 ? ExitStatus.Failed
            : ExitStatus.Done;
    }

    private static bool TryWrite(string path, IReadOnlyList<ScenarioResult> results)
    {
        try
        {
            JUnitReport.Of(results).Save(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The results cannot be written to '{path}': {e.Message} Name another file with --junit.");
            return false;
        }
    }
}
