using System.Text.Json;
using System.Xml.Linq;
using HwToken.HostSim.Scenarios;
using HwToken.Simulator.Scenarios;

namespace HwToken.HostSim.Tests.Scenarios;

/// <summary>Stories of tokens, and what is told when one does not hold.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string> Stories() => [.. Directory.EnumerateFiles(Path.Combine(Project.Folder, "scenarios"), "*.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_story_of_the_repository_holds(string file) => Assert.Null(Play(Path.Combine(Project.Folder, "scenarios", file)).Problem);

    [Theory]
    [InlineData("  - press: alice\n  - expect: { code: \"000000\" }", 5, "wanted code 000000, seen: the display is 755224", false)]
    [InlineData("  - expect: { screen: NO KEY }", 4, "seen: the display is dark", false)]
    [InlineData("  - expect: { error: E4 }", 4, "wanted error 4", false)]
    [InlineData("  - press: bob", 4, "there is no token 'bob'; there are alice", false)]
    [InlineData("  - hold: { token: alice }", 4, "'for' is missing", false)]
    [InlineData("  - wait: soon", 4, "'soon' is no span", false)]
    [InlineData("  - expect: { colour: blue }", 4, "'colour' is not known here", false)]
    [InlineData("  - jump: alice", 4, "a step is one of press", true)]
    [InlineData("  - [", 5, "this is no YAML", true)]
    public void What_is_wrong_is_told_with_file_line_and_what_was_seen(string steps, int line, string words, bool isUnreadable)
    {
        string file = folder.Write("story.yaml", "name: A story\ntokens: { alice: { type: HOTP } }\nsteps:\n" + steps + "\n");
        ScenarioResult result = Play(file);
        Assert.StartsWith($"{file}:{line}: ", result.Problem, StringComparison.Ordinal);
        Assert.Contains(words, result.Problem, StringComparison.Ordinal);
        Assert.Equal(isUnreadable, result.IsUnreadable);
    }

    [Fact]
    public void The_report_for_build_servers_names_every_story_and_every_fault()
    {
        string good = folder.Write("a.yaml", "name: Good\ntokens: { alice: blank }\nsteps: []\n");
        string bad = folder.Write("b.yaml", "name: Bad\ntokens: { alice: blank }\nsteps:\n  - expect: { screen: dark }\n");
        string none = folder.Write("c.yaml", "nonsense\n");
        XElement suite = JUnitReport.Of(ScenarioPlayer.PlayAll([good, bad, none])).Root!.Element("testsuite")!;
        Assert.Equal(("3", "1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal(["Good", "Bad", none], suite.Elements("testcase").Select(story => story.Attribute("name")!.Value));
        Assert.Contains("b.yaml:4: ", suite.Descendants("failure").Single().Attribute("message")!.Value);
    }

    [Theory]
    [InlineData("*.yaml", 2)]
    [InlineData("**/*.yaml", 3)]
    [InlineData("none/*.yaml", 0)]
    public void A_pattern_finds_its_files(string pattern, int count)
    {
        folder.Write("a.yaml", "");
        folder.Write("b.yaml", "");
        Directory.CreateDirectory(folder["deep"]);
        File.WriteAllText(folder["deep", "c.yaml"], "");
        Assert.Equal(count, ScenarioFiles.Find([folder.Path + "/" + pattern]).Count);
    }

    [Fact]
    public void The_schema_for_editors_knows_every_step_and_no_other()
    {
        using JsonDocument schema = JsonDocument.Parse(Project.Read("docs", "scenario.schema.json"));
        JsonElement steps = schema.RootElement.GetProperty("properties").GetProperty("steps").GetProperty("items").GetProperty("properties");
        Assert.Equal(ScenarioReader.Verbs.Order(StringComparer.Ordinal), steps.EnumerateObject().Select(step => step.Name).Order(StringComparer.Ordinal));
        string document = Project.Read("docs", "scenarios.md");
        Assert.All(ScenarioReader.Verbs, verb => Assert.Contains($"`{verb}:", document, StringComparison.Ordinal));
    }

    private static ScenarioResult Play(string file) => ScenarioPlayer.PlayAll([file]).Single();
}
