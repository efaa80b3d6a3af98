using HwToken.Scenarios.Forms;
using HwToken.Scenarios.Playing;

namespace HwToken.Scenarios.Tests.Forms;

/// <summary>The schema for editors and the reader agree: both come from one table, and another's library reads the schema. Wrong files stand in WrongFileTests.</summary>
public class ScenarioSchemaTests
{
    public static TheoryData<string> AllStories => [.. Stories.Files];

    [Fact]
    public void The_schema_in_the_repository_is_the_one_that_the_program_writes() =>
        Assert.Equal(ScenarioSchema.Write(), Project.Read("docs", "scenario.schema.json").ReplaceLineEndings("\n"));

    [Theory]
    [MemberData(nameof(AllStories))]
    public void Schema_and_reader_take_each_story_of_the_repository(string file)
    {
        string text = Project.Read(file.Split('/'));
        ScenarioReader.Read(file, text);
        Assert.True(SecondOpinion.Holds(text));
    }

    [Theory]
    [InlineData("  - press:")]
    [InlineData("  - press: { token: alice, as: first }")]
    [InlineData("  - wait: 0.5")]
    [InlineData("  - wait: 1e3")]
    [InlineData("  - wait: 0x10")]
    [InlineData("  - cut: { at: 2.0 }")]
    [InlineData("  - expect: { state: off }")]
    [InlineData("  - drift: { by: -1.5h, ppm: -0.5 }")]
    [InlineData("  - provision: { type: HOTP, counter: 18446744073709551615 }")]
    public void What_one_takes_the_other_takes(string steps)
    {
        Stories.Read(steps);
        Assert.True(SecondOpinion.Holds(Stories.Of(steps)));
    }

    [Fact]
    public void Every_step_has_a_form_does_something_and_stands_in_the_document()
    {
        Assert.Equal(StoryVerbs.All.Keys.Order(StringComparer.Ordinal), ScenarioReader.Verbs.Order(StringComparer.Ordinal));
        string document = Project.Read("docs", "scenarios.md");
        Assert.All(ScenarioReader.Verbs, verb => Assert.Contains($"`{verb}:", document, StringComparison.Ordinal));
    }
}
