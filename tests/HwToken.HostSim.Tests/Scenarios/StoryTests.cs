using HwToken.HostSim.Scenarios;

namespace HwToken.HostSim.Tests.Scenarios;

/// <summary>Every story of the repository, as <c>run</c> plays it.</summary>
public sealed class StoryTests
{
    private static readonly string Folder = Path.Combine(Project.Folder, "scenarios");

    [Theory]
    [InlineData("errors")]
    [InlineData("token")]
    [InlineData("line")]
    [InlineData("service")]
    public async Task All_stories_of_a_folder_hold(string name)
    {
        IReadOnlyList<string> files = ScenarioFiles.Find([Path.Combine(Folder, name)], out IReadOnlyList<string> unmet);
        Assert.Empty(unmet);
        IReadOnlyList<ScenarioResult> results = await ScenarioPlayer.PlayAllAsync(files, new PlayOptions(null, Environment.ProcessorCount), TestContext.Current.CancellationToken);
        Assert.Equal(files.Count, results.Count);
        Assert.Empty(results.Where(result => result.Problem is not null).Select(result => result.Problem));
    }

    /// <summary>firmware/README.md lists what a display can show.</summary>
    [Fact]
    public void Each_code_of_the_display_has_a_story()
    {
        string stories = string.Concat(Directory.EnumerateFiles(Path.Combine(Folder, "errors"), "*.yaml").Select(File.ReadAllText));
        foreach (string code in Enumerable.Range(1, 10).Select(number => FormattableString.Invariant($"error: E{number}")).Concat(["screen: CHARGE", "screen: NEW CELLS"]))
        {
            Assert.Matches(System.Text.RegularExpressions.Regex.Escape(code) + @"\b", stories);
        }
    }
}
