using System.Text.Json;
using System.Xml.Linq;

namespace HwToken.House.Tests;

/// <summary>Every package, down to the last, by version and hash: packages.lock.json beside each project. Whether it fits the project, <c>dotnet restore --locked-mode</c> tells (CI).</summary>
public sealed class LockFileTests
{
    private const string Name = "packages.lock.json";

    private static string[] Projects { get; } = [.. new[] { "firmware", "hostsim", "tools", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Folder, folder), "*.csproj", SearchOption.AllDirectories))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Where(path => !XDocument.Load(path).Descendants("RestorePackagesWithLockFile").Any(kept => kept.Value == "false"))];

    [Fact]
    public void Every_project_has_one_and_none_names_a_place()
    {
        Assert.True(Projects.Length > 40, $"Only {Projects.Length} projects were found.");
        string[] missing = [.. Projects.Where(project => !File.Exists(Lock(project))).Select(Relative)];
        Assert.True(missing.Length == 0, $"'dotnet restore HwToken.sln' writes {Name}; it is missing beside: {string.Join(", ", missing)}");
        Assert.All(Projects, project => Assert.DoesNotContain("://", File.ReadAllText(Lock(project)), StringComparison.Ordinal));
    }

    /// <summary>A package of one version has one content, wherever it is used.</summary>
    [Fact]
    public void One_package_of_one_version_has_one_hash()
    {
        IGrouping<string, string>[] packages = [.. Projects.SelectMany(Packages).GroupBy(package => package.Name, package => package.Hash)];
        Assert.True(packages.Length > 100, $"Only {packages.Length} packages were found.");
        Assert.All(packages, package => Assert.Single(package.Distinct()));
    }

    private static IEnumerable<(string Name, string Hash)> Packages(string project)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Lock(project)));
        foreach (JsonProperty package in document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
        {
            if (package.Value.TryGetProperty("contentHash", out JsonElement hash))
            {
                yield return ($"{package.Name} {package.Value.GetProperty("resolved").GetString()}", hash.GetString()!);
            }
        }
    }

    private static string Lock(string project) => Path.Combine(Path.GetDirectoryName(project)!, Name);

    private static string Relative(string project) => Path.GetRelativePath(Project.Folder, project);
}
