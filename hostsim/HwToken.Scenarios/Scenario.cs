using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios;

/// <summary>One story of tokens, read from a YAML file.</summary>
public sealed class Scenario
{
    internal Scenario(string file, string text, ScenarioNode root)
    {
        File = file;
        Text = text;
        Root = root;
    }

    /// <summary>The file, as it was named.</summary>
    public string File { get; }

    /// <summary>Its text. It may hold a test secret.</summary>
    public string Text { get; }

    /// <summary>What it tells.</summary>
    public string Name => Root["name"]!.Text;

    /// <summary>Where it signs in: <c>bank</c>, an address, or null.</summary>
    public string? Service => Root["service"]?.Text;

    /// <summary>It begins at true time, whenever that is.</summary>
    internal bool BeginsNow => Root["clock"]?.Text == "now";

    /// <summary>Seed of everything random on the boards.</summary>
    internal int Seed => Root["seed"]?.Whole ?? 1;

    internal ScenarioNode Root { get; }
}
