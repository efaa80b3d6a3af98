using HwToken.Scenarios.Forms;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Tests.Reading;

/// <summary>A file that is no scenario: told with its line, what is wrong and what to do.</summary>
public class WrongFileTests
{
    /// <summary>Steps (from line 4 on), the line told, words of what is told; and whether the schema sees it too.</summary>
    public static TheoryData<string, int, string, bool> Wrong => new()
    {
        { "  - jump: alice", 4, "'jump' is not known here", true },
        { "  - pres: alice", 4, "did you mean 'press'?", true },
        { "  - signin: { fields: { a: b } }", 4, "did you mean 'sign-in'?", true },
        { "  - press", 4, "is wanted here, not 'press'", true },
        { "  - press: alice\n    wait: 3s", 4, "a step is one thing", true },
        { "  - {}", 4, "is wanted here", true },
        { "  - press: [alice]", 4, "a token's name", true },
        { "  - press: 5", 4, "not '5'", true },
        { "  - hold: { token: alice }", 4, "'for' is missing", true },
        { "  - hold: { for: long }", 4, "a span such as 31s", true },
        { "  - wait: soon", 4, "a span such as 31s", true },
        { "  - wait: -3s", 4, "a span such as 31s", true },
        { "  - wait: -3", 4, "number from 0", true },
        { "  - wait: 99999999999", 4, "number from 0", true },
        { "  - wait: 1e999", 4, "number from 0", true },
        { "  - wait: .inf", 4, "number from 0", true },
        { "  - expect: { colour: blue }", 4, "'colour' is not known here", true },
        { "  - expect: { token: alice }", 4, "one of code, screen, error", true },
        { "  - expect: { code: 755224 }", 4, "write it in quotes, \"755224\"", true },
        { "  - expect: { code: 012345 }", 4, "write it in quotes", true },
        { "  - expect: { code: \"12345\" }", 4, "6 to 8 digits in quotes", true },
        { "  - expect: { error: E11 }", 4, "'E11' is not known here", true },
        { "  - expect: { error: 4 }", 4, "one of none, E1", true },
        { "  - expect: { state: sleeping }", 4, "'sleeping' is not known here", true },
        { "  - expect: { status: 99 }", 4, "from 100 to 599", true },
        { "  - expect: { screen: [] }", 4, "0 items", true },
        { "  - expect: { screen: true }", 4, "a text", true },
        { "  - power: { on: yes }", 4, "true or false is wanted here, not 'yes'", true },
        { "  - fault: { name: pannelMissing, on: true }", 4, "did you mean 'panelMissing'?", true },
        { "  - cut: { at: 0 }", 4, "from 1 to 1000", true },
        { "  - cut: { at: 1.5 }", 4, "whole number", true },
        { "  - cut: { at: 1, mode: Torn }", 4, "did you mean 'torn'?", true },
        { "  - drift: {}", 4, "one of by, ppm", true },
        { "  - drift: { ppm: 1e6 }", 4, "-100000 to 100000", true },
        { "  - battery: { volts: 12 }", 4, "from 2.5 to 5", true },
        { "  - flash: { remove: ../state-a }", 4, "a file's name", true },
        { "  - provision: { type: hotp }", 4, "did you mean 'HOTP'?", true },
        { "  - provision: { type: HOTP, secret: \"0189\" }", 4, "Base32", true },
        { "  - provision: { type: HOTP, digits: 9 }", 4, "from 6 to 8", true },
        { "  - provision: { type: HOTP, counter: 18446744073709551616 }", 4, "from 0 to 18446744073709551615", true },
        { "  - sign-in: { at: login }", 4, "a path such as /login", true },
        { "  - sign-in: { fields: { code: 5 } }", 4, "in quotes", true },
        { "  - press: &a alice", 4, "anchors", false },
        { "  - press: *a", 4, "aliases", false },
        { "  - press: !!str alice", 4, "tags", false },
        { "  - expect: { code: any, code: new }", 4, "stands here twice", false },
        { "  - [", 5, "this is no YAML", false },
        { "  - press: alice\n\t- press: alice", 4, "this is no YAML", false },
        { "  - press: alice\n---\nname: Another", 5, "one file tells one story", false },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_its_line(string steps, int line, string words, bool isSeenBySchema)
    {
        ScenarioException told = Assert.Throws<ScenarioException>(() => Stories.Read(steps));
        Assert.StartsWith($"story.yaml:{line}: ", told.Message, StringComparison.Ordinal);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", told.Message, StringComparison.Ordinal);
        if (isSeenBySchema)
        {
            Assert.False(SecondOpinion.Holds(Stories.Of(steps)), "the schema lets it through");
        }
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("nonsense\n", 1, "pairs such as 'name: …' is wanted here")]
    [InlineData("name: A\nsteps:\n  - wait: 1s\n", 1, "'tokens' is missing")]
    [InlineData("nane: A\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 1, "did you mean 'name'?")]
    [InlineData("name: A\ntokens: { 1: blank }\nsteps:\n  - wait: 1s\n", 2, "'1' is no name")]
    [InlineData("name: A\ntokens: { a: blnk }\nsteps:\n  - wait: 1s\n", 2, "did you mean 'blank'?")]
    [InlineData("name: A\ntokens: {}\nsteps:\n  - wait: 1s\n", 2, "1 to 100 are read")]
    [InlineData("name: A\ntokens: { a: blank }\nsteps: []\n", 3, "0 items")]
    [InlineData("name: A\nclock: yesterday\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 2, "a time such as")]
    [InlineData("name: A\nclock: 1999-01-01T00:00:00Z\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 2, "2000 to 2199")]
    [InlineData("name: A\nseed: -1\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 2, "from 0")]
    [InlineData("name: A\nservice: ftp://x\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 2, "bank, or an address")]
    [InlineData("name: 2026\ntokens: { a: blank }\nsteps:\n  - wait: 1s\n", 1, "write it in quotes, \"2026\"")]
    public void The_whole_file_is_looked_at_the_same_way(string text, int line, string words)
    {
        ScenarioException told = Assert.Throws<ScenarioException>(() => ScenarioReader.Read("story.yaml", text));
        Assert.StartsWith($"story.yaml:{line}: ", told.Message, StringComparison.Ordinal);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.False(SecondOpinion.Holds(text), "the schema lets it through");
    }

    [Fact]
    public void Depth_without_end_is_refused_before_the_stack_is()
    {
        string deep = Stories.Of("  - press: " + new string('[', 200_000));
        Assert.Contains("nested", Assert.Throws<ScenarioException>(() => ScenarioReader.Read("deep.yaml", deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_end_is_refused() =>
        Assert.Contains("characters", Assert.Throws<ScenarioException>(() => ScenarioReader.Read("long.yaml", new string('#', YamlTree.MostCharacters + 1))).Message, StringComparison.Ordinal);

    /// <summary>The one that a message shows is cut: a file that was taken for a story does not fill the terminal.</summary>
    [Fact]
    public void A_long_word_is_shown_in_short() =>
        Assert.InRange(Assert.Throws<ScenarioException>(() => Stories.Read($"  - {new string('x', 100_000)}: alice")).Message.Length, 50, 600);
}
