using System.Reflection;
using System.Runtime.CompilerServices;

namespace NanoBoard.Tests.Quirks;

/// <summary>The table of quirks is true: each row has a test that runs, and the README tells the same.</summary>
public sealed class QuirkTableTests
{
    public static TheoryData<string> Every() => [.. QuirkTable.Rows.Select(row => row.Says)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Each_quirk_has_a_test_that_runs(string says)
    {
        Quirk row = Assert.Single(QuirkTable.Rows, row => row.Says == says);
        MethodInfo test = Assert.IsAssignableFrom<MethodInfo>(row.Where.GetMethod(row.Test));
        FactAttribute fact = Assert.IsAssignableFrom<FactAttribute>(test.GetCustomAttribute<FactAttribute>(inherit: true));
        Assert.Null(fact.Skip);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void The_readme_tells_of_each_quirk_and_names_its_test(string says)
    {
        Quirk row = QuirkTable.Rows.Single(row => row.Says == says);
        Assert.Contains($"| {row.Says} | `{row.Test}` |", Readme, StringComparison.Ordinal);
    }

    private static string Readme { get; } = System.IO.File.ReadAllText(ReadmePath());

    private static string ReadmePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "hostsim", "NanoBoard", "README.md");
}
