using System.Diagnostics;
using HwToken.Simulator.Scenarios;

namespace HwToken.HostSim.Scenarios;

/// <summary>Plays stories beside each other: each has boards and a time of its own.</summary>
internal static class ScenarioPlayer
{
    /// <summary>The results, in the order of the files.</summary>
    public static IReadOnlyList<ScenarioResult> PlayAll(IReadOnlyList<string> files) => [.. files.AsParallel().AsOrdered().Select(Play)];

    private static ScenarioResult Play(string file)
    {
        long began = Stopwatch.GetTimestamp();
        Scenario scenario;
        try
        {
            using StreamReader text = File.OpenText(file);
            scenario = ScenarioReader.Read(file, text);
        }
        catch (Exception e) when (e is ScenarioException or IOException or UnauthorizedAccessException)
        {
            return new ScenarioResult(file, file, Stopwatch.GetElapsedTime(began), e.Message, IsUnreadable: true);
        }

        try
        {
            ScenarioRun.Play(scenario);
            return new ScenarioResult(file, scenario.Name, Stopwatch.GetElapsedTime(began), null, IsUnreadable: false);
        }
        catch (ScenarioException e)
        {
            return new ScenarioResult(file, scenario.Name, Stopwatch.GetElapsedTime(began), e.Message, IsUnreadable: false);
        }
    }
}
