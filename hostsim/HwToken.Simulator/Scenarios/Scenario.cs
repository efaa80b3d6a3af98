namespace HwToken.Simulator.Scenarios;

/// <summary>One story of tokens, read from a YAML file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Name">What it tells.</param>
/// <param name="Starts">When it begins.</param>
/// <param name="Seed">Seed of everything random on the boards.</param>
/// <param name="Tokens">The tokens by name.</param>
/// <param name="Steps">What happens, in order.</param>
public sealed record Scenario(string File, string Name, DateTimeOffset Starts, int Seed, IReadOnlyDictionary<string, ScenarioNode> Tokens, IReadOnlyList<ScenarioStep> Steps);
