using System.Xml.Linq;

namespace HwToken.House.Tests;

/// <summary>What stands in a package's project, and in the list of all.</summary>
public sealed class PackageTests
{
    /// <summary>Lines of the first block of code.</summary>
    private const int MostLinesOfFirstUse = 10;

    public static TheoryData<string> Packed() => [.. XDocument.Parse(Project.Read("packaging", "packages.proj")).Descendants("Packed").Select(packed => packed.Attribute("Include")!.Value)];

    [Theory]
    [MemberData(nameof(Packed))]
    public void A_package_says_what_it_is_and_brings_a_first_use_of_ten_lines(string path)
    {
        string[] parts = path.Split('/')[1..];
        XDocument project = XDocument.Parse(Project.Read(parts));
        Assert.NotEmpty(project.Descendants("Description").Single().Value);
        Assert.NotEmpty(project.Descendants("PackageTags").Single().Value);
        string readme = project.Descendants("None").Select(none => none.Attribute("Include")!.Value).Single(file => file.EndsWith(".md", StringComparison.Ordinal));
        string text = File.ReadAllText(Path.GetFullPath(Path.Combine(Project.Folder, Path.Combine(parts[..^1]), readme)));
        string[] blocks = text.Split("```");
        Assert.True(blocks.Length > 2, $"{readme} shows no first use");
        Assert.True(blocks[1].Trim().Split('\n').Length <= MostLinesOfFirstUse + 1, $"{readme} begins with more than {MostLinesOfFirstUse} lines of code");
    }

    /// <summary>Without these two files the analyzer is not there, and nothing holds what users can call.</summary>
    [Theory]
    [MemberData(nameof(Packed))]
    public void A_library_keeps_its_public_API_in_files(string path)
    {
        string[] parts = path.Split('/')[1..];
        bool isTool = XDocument.Parse(Project.Read(parts)).Descendants("PackAsTool").Any();
        foreach (string name in new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" })
        {
            string file = Path.Combine(Project.Folder, Path.Combine(parts[..^1]), name);
            Assert.True(isTool != File.Exists(file), isTool ? $"A tool offers nothing to call: {file}" : $"'python3 packaging/public_api.py {string.Join('/', parts)}' writes {name}");
        }
    }

    [Fact]
    public void Every_project_that_imports_the_packages_settings_is_packed()
    {
        string[] importing = [.. Directory.EnumerateFiles(Project.Folder, "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("packaging/Package.props", StringComparison.Ordinal))
            .Select(file => "../" + Path.GetRelativePath(Project.Folder, file).Replace('\\', '/'))];

        Assert.Equal(Packed().Select(row => row.Data).Order(StringComparer.Ordinal), importing.Order(StringComparer.Ordinal));
    }
}
