using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace HwToken.House.Tests;

/// <summary>The source tree, found from where this file was compiled.</summary>
internal static class House
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# project of the product, by name; tests are not part of the plan.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = new[] { "firmware", "hostsim", "tools" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
        .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!);

    /// <summary>What a project references directly.</summary>
    public static string[] References(string projectPath) =>
        [.. XDocument.Load(projectPath).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path)!)];

    /// <summary>The source files of a folder.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Root, .. folder]), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "HwToken.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run beside their sources: clone the repository.");
    }
}
