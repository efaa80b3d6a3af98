using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>What the tests keep to, so that a red run can be understood and run again.</summary>
public partial class TestHabitTests
{
    /// <summary>These are about the random numbers of nanoFramework, whose seed is the board's.</summary>
    private static readonly string[] BoardChance = ["TimeAndChanceTests.cs", "DeterminismTests.cs"];

    [Fact]
    public void Random_input_comes_with_a_seed() =>
        Assert.Empty(Offenders(Unseeded(), file => !BoardChance.Contains(Path.GetFileName(file))));

    [Fact]
    public void The_test_kit_has_the_only_clocks() => Assert.Empty(Offenders(OwnClock(), _ => true));

    [Fact]
    public void Our_programs_are_started_by_the_test_kit() => Assert.Empty(Offenders(OwnStart(), _ => true));

    [Theory]
    [InlineData("var random = new Random();", true)]
    [InlineData("int n = Random.Shared.Next();", true)]
    [InlineData("Prop.ForAll(values, holds)", true)]
    [InlineData("var random = new Random(seed);", false)]
    public void An_unseeded_draw_is_seen(string line, bool isSeen) => Assert.Equal(isSeen, Unseeded().IsMatch(line));

    [Theory]
    [InlineData("sealed class HeldClock : TimeProvider", true)]
    [InlineData("sealed class HeldClock(DateTimeOffset now) : TimeProvider", true)]
    [InlineData("new LeapingTime(TimeProvider.System)", false)]
    public void A_clock_of_a_tests_own_is_seen(string line, bool isSeen) => Assert.Equal(isSeen, OwnClock().IsMatch(line));

    [Theory]
    [InlineData("var start = new ProcessStartInfo(\"dotnet\", [program, .. arguments])", true)]
    [InlineData("Process.Start(\"kill\", [\"-INT\", id])", true)]
    [InlineData("Peer.Run(\"oathtool\", \"--hotp\")", false)]
    public void A_program_that_a_test_starts_itself_is_seen(string line, bool isSeen) => Assert.Equal(isSeen, OwnStart().IsMatch(line));

    private static string[] Offenders(Regex what, Func<string, bool> isMeant) =>
        [.. House.Sources("tests")
            .Where(file => !file.Contains("HwToken.TestKit", StringComparison.Ordinal) && Path.GetFileName(file) != "TestHabitTests.cs")
            .Where(isMeant)
            .Where(file => what.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(House.Root, file))];

    [GeneratedRegex(@"\bRandom\.Shared\b|\bnew Random\(\)|\bProp\.ForAll\b")]
    private static partial Regex Unseeded();

    [GeneratedRegex(@"\bclass \w+(\([^)]*\))? : TimeProvider\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"new ProcessStartInfo\(""dotnet""|Process\.Start\(""kill""")]
    private static partial Regex OwnStart();
}
