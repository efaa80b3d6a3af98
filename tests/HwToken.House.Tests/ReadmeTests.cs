using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>What the documents say about tests is true.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void Every_test_that_the_boards_readme_names_is_there()
    {
        string readme = File.ReadAllText(Path.Combine(House.Root, "hostsim", "NanoBoard", "README.md"));
        string[] named = [.. TestName().Matches(readme).Select(match => match.Groups[1].Value).Distinct()];
        HashSet<string> known = [.. House.Sources("tests").SelectMany(path => Method().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value)];
        Assert.True(named.Length > 60, $"Only {named.Length} tests are named.");
        Assert.Empty(named.Except(known));
    }

    [GeneratedRegex(@"`([A-Z]\w*(?:_\w+){2,})`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"public (?:async Task|void) (\w+)\(")]
    private static partial Regex Method();
}
