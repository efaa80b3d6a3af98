using System.CommandLine;
using HwToken.HostSim.Scenarios;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary><c>run</c>: plays scenarios of virtual tokens.</summary>
internal static class RunCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("scenarios") { Description = "YAML files, or patterns such as 'scenarios/**/*.yaml'.", Arity = ArgumentArity.OneOrMore };
        var junit = new Option<string?>("--junit") { Description = "Also write the results as JUnit XML, for CI.", HelpName = "FILE" };
        var command = new Command("run", """
            Plays stories of virtual tokens: tokens, clock, presses, faults, and what the display is to show. On virtual time, so a hundred take seconds;
            the same file always runs the same. What is wrong is told with file, line and what was seen. The form: docs/scenarios.md.
            Example: run 'scenarios/**/*.yaml' --junit results.xml
            Exit status: 0 all stories hold, 1 one does not, 2 usage (no file, or one that is no scenario).
            """)
        { files, junit };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetRequiredValue(files), parsed.GetValue(junit))));
        return command;
    }

    private static int Run(string[] patterns, string? junit)
    {
        IReadOnlyList<string> files = ScenarioFiles.Find(patterns);
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"No file is there for {string.Join(", ", patterns)}. Name YAML files, or a pattern in quotes: 'scenarios/**/*.yaml'.");
            return ExitStatus.Usage;
        }

        IReadOnlyList<ScenarioResult> results = ScenarioPlayer.PlayAll(files);
        foreach (ScenarioResult result in results)
        {
            Console.WriteLine(result.Describe());
        }

        int failed = results.Count(result => result.Problem is not null);
        Console.WriteLine($"{results.Count - failed} held, {failed} failed");
        if (junit is not null && !TryWrite(junit, results))
        {
            return ExitStatus.Failed;
        }

        return results.Any(result => result.IsUnreadable) ? ExitStatus.Usage : failed > 0 ? ExitStatus.Failed : ExitStatus.Done;
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
