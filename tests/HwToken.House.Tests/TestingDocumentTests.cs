using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>What docs/testing.md shows is what <c>.ci/packages</c> runs from the packed files.</summary>
public partial class TestingDocumentTests
{
    /// <summary>What a newcomer writes.</summary>
    private const int MostLinesOfTest = 5;

    private static string Document { get; } = File.ReadAllText(Path.Combine(House.Root, "docs", "testing.md"));

    [Theory]
    [InlineData("playwright.config.js")]
    [InlineData("sign-in.spec.js")]
    public void A_file_that_it_shows_is_the_one_that_is_run(string file)
    {
        Match shown = Regex.Match(Document, $"^`{Regex.Escape(file)}`:\n\n```js\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.Equal(File.ReadAllText(Path.Combine(House.Root, "packaging", "consumers", "playwright", file)), shown.Groups[1].Value);
    }

    [Fact]
    public void The_first_test_has_five_lines_at_most()
    {
        string body = TestBody().Match(File.ReadAllText(Path.Combine(House.Root, "packaging", "consumers", "playwright", "sign-in.spec.js"))).Groups[1].Value;
        Assert.InRange(body.Trim().Split('\n').Length, 1, MostLinesOfTest);
    }

    [GeneratedRegex(@"=> \{\n(.*?)^\}\);", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TestBody();
}
