using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HwToken.Simulator.Scenarios;

/// <summary>Reads scenarios; schema for editors: <c>scenario.schema.json</c>.</summary>
public static class ScenarioReader
{
    private static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The verbs of steps.</summary>
    public static IReadOnlyList<string> Verbs => [.. ScenarioRun.Verbs.Keys];

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ScenarioException">It is no scenario; the message says where and why.</exception>
    public static Scenario Read(string file, TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException e)
        {
            throw new ScenarioException(file, e.Start.Line, "this is no YAML: " + e.Message);
        }

        if (yaml.Documents.Count != 1)
        {
            throw new ScenarioException(file, 1, "one file tells one story: it holds one YAML document.");
        }

        var root = new ScenarioNode(file, yaml.Documents[0].RootNode);
        root.Only("name", "clock", "seed", "tokens", "steps");
        DateTimeOffset starts = root["clock"]?.Moment() ?? DefaultStart;
        if (starts < PressRun.Earliest || starts > PressRun.Latest)
        {
            throw root["clock"]!.Wrong("the clock chip knows the years 2000 to 2199");
        }

        Dictionary<string, ScenarioNode> tokens = root.Need("tokens").Pairs().ToDictionary(pair => pair.Key, pair => pair.Value);
        ScenarioStep[] steps = [.. root.Need("steps").Items().Select(StepOf)];
        return new Scenario(file, root.Need("name").Text, starts, (int)(root["seed"]?.Number(0, int.MaxValue) ?? 1), tokens, steps);
    }

    private static ScenarioStep StepOf(ScenarioNode node)
    {
        (string Key, ScenarioNode Value)[] pairs = [.. node.Pairs()];
        if (pairs.Length != 1 || !ScenarioRun.Verbs.ContainsKey(pairs[0].Key))
        {
            throw node.Wrong($"a step is one of {string.Join(", ", Verbs)}");
        }

        return new ScenarioStep(pairs[0].Key, pairs[0].Value);
    }
}
