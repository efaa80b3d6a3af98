using HwToken.Scenarios.Playing;

namespace HwToken.Scenarios.Tests;

/// <summary>Stories for tests.</summary>
internal static class Stories
{
    private const string Token = "tokens: { alice: { type: HOTP } }\n";

    /// <summary>A story of one token: two lines before its tokens' one, its steps from line 4 on.</summary>
    public static string Of(string steps, string tokens = Token) => $"name: A story\n{tokens}steps:\n{steps}\n";

    public static Scenario Read(string steps, string tokens = Token) => ScenarioReader.Read("story.yaml", Of(steps, tokens));

    public static Task<ScenarioOutcome> PlayAsync(string steps, string tokens = Token, PlaySettings? settings = null) =>
        ScenarioRun.PlayAsync(Read(steps, tokens), settings ?? new PlaySettings(), TestContext.Current.CancellationToken);

    /// <summary>All stories of the repository, by their path in it.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(Project.Folder, "scenarios"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Project.Folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);
}
