using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>Workflows and actions run other people's code: each names the commit, which nobody can move, and beside it the release that it was.</summary>
public sealed partial class ActionTests
{
    private static string[] Files { get; } =
    [
        .. ((string[])["*.yml", "*.yaml"]).SelectMany(kind => new DirectoryInfo(Project.Folder).EnumerateFiles(kind, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            .Select(file => file.FullName)
            .Where(file => !Path.GetRelativePath(Project.Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is ".git" or "bin" or "obj" or "node_modules" or "artifacts"))
            .Where(file => Path.GetFileName(file) is "action.yml" or "action.yaml" || file.Contains(Path.Combine(".github", "workflows"), StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_action_is_pinned_by_its_commit_with_its_release_beside_it()
    {
        string[] used = [.. Files.SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(use => $"{Path.GetRelativePath(Project.Folder, file)}: {use.Groups[1].Value.Trim()}"))];
        Assert.True(used.Length > 10, $"Only {used.Length} uses of actions were found.");
        Assert.All(used, use => Assert.Matches(Pinned(), use));
    }

    /// <summary>Two commits for one action are one forgotten.</summary>
    [Fact]
    public void One_action_has_one_commit() => Assert.All(
        Files.SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(use => use.Groups[1].Value.Trim().Split('@'))).Where(use => use.Length == 2).GroupBy(use => use[0], use => use[1]),
        action => Assert.Single(action.Distinct()));

    [Theory]
    [InlineData("x.yml: actions/checkout@v4", false)]
    [InlineData("x.yml: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", false)]
    [InlineData("x.yml: actions/checkout@3d3c42e # v7.0.1", false)]
    [InlineData("x.yml: docker://alpine:3.20", false)]
    [InlineData("x.yml: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", true)]
    [InlineData("x.yml: ./packaging/action", true)]
    public void A_tag_a_branch_and_a_short_commit_are_refused(string use, bool isTaken) => Assert.Equal(isTaken, Pinned().IsMatch(use));

    [GeneratedRegex(@"^\s*-?\s*[""']?uses[""']?:[ \t]*(.+)$", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex(@": (\./\S*|[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*)$")]
    private static partial Regex Pinned();
}
