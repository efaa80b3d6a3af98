using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>The solution file, which tools write to as they like.</summary>
public partial class SolutionTests
{
    private static readonly string[] Configurations = ["Debug|Any CPU", "Device|Any CPU", "Release|Any CPU"];

    private static string Text { get; } = File.ReadAllText(Path.Combine(House.Root, "HwToken.sln"));

    /// <summary>"dotnet sln add" of a newer SDK adds x64 and x86 to every project.</summary>
    [Fact]
    public void It_has_three_configurations_and_one_platform() =>
        Assert.Equal(Configurations, Configuration().Matches(Text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A machine without nanoFramework builds and tests the host side.</summary>
    [Fact]
    public void No_nanoFramework_project_is_built_by_default()
    {
        string[] projects = [.. NanoProject().Matches(Text).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.DoesNotMatch(Regex.Escape(project) + @"\.(Debug|Release)\|[^.]*\.Build\.0", Text));
    }

    /// <summary>Every C# project is built by default; nothing is forgotten because it is in no solution.</summary>
    [Fact]
    public void Every_host_project_is_in_it() => Assert.All(
        new[] { "firmware", "hostsim", "tools", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(House.Root, path).Replace('/', '\\'))
            .Where(path => !path.Contains("\\obj\\", StringComparison.Ordinal)),
        path => Assert.Contains('"' + path + '"', Text, StringComparison.Ordinal));

    [GeneratedRegex(@"^\t\t(?:\{[^}]+\}\.)?((?:Debug|Release|Device)\|[^.=]+?)(?:\.\S+)? = ", RegexOptions.Multiline)]
    private static partial Regex Configuration();

    [GeneratedRegex(@"^Project\([^\n]*\.nfproj"", ""(\{[^""]+\})""", RegexOptions.Multiline)]
    private static partial Regex NanoProject();
}
