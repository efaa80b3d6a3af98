using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Playing;

/// <summary>Why a story cannot be played with a token on a port.</summary>
internal static class PortBar
{
    /// <returns>A sentence; null: it can.</returns>
    public static string? Of(Scenario scenario)
    {
        IReadOnlyList<(string Name, ScenarioNode Value)> tokens = scenario.Root["tokens"]!.Pairs;
        if (tokens.Count != 1 || tokens[0].Value.Kind != NodeKind.Text)
        {
            return "with a token on a port a story has one token, and begins with it blank";
        }

        return scenario.Root["steps"]!.Items.Select(step => step.Pairs[0]).FirstOrDefault(step => !StoryVerbs.OverPort.Contains(step.Key)) is (string verb, { } details)
            ? FormattableString.Invariant($"line {details.Line}: '{verb}' is not done over a line; {string.Join(", ", StoryVerbs.OverPort)} are")
            : null;
    }
}
