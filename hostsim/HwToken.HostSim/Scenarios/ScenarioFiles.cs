using Microsoft.Extensions.FileSystemGlobbing;

namespace HwToken.HostSim.Scenarios;

/// <summary>Finds the files that patterns name.</summary>
internal static class ScenarioFiles
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true };

    /// <summary>Every file once, in the order of its name.</summary>
    /// <param name="patterns">Files, folders (all their YAML files), patterns.</param>
    /// <param name="unmet">Patterns for which no file is there.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> patterns, out IReadOnlyList<string> unmet)
    {
        (string Pattern, string[] Files)[] found = [.. patterns.Select(pattern => (pattern, Find(pattern).ToArray()))];
        unmet = [.. found.Where(one => one.Files.Length == 0).Select(one => one.Pattern)];
        return [.. found.SelectMany(one => one.Files).DistinctBy(Path.GetFullPath).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Find(string pattern)
    {
        if (File.Exists(pattern))
        {
            return [pattern];
        }

        if (Directory.Exists(pattern))
        {
            return Directory.EnumerateFiles(pattern, "*.y*ml", Deep).Where(path => Path.GetExtension(path) is ".yaml" or ".yml");
        }

        string folder = pattern.Split('*', '?')[0];
        folder = folder[..(folder.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)];
        string root = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(root) || pattern.Length == folder.Length || !pattern.Contains('*', StringComparison.Ordinal))
        {
            return [];
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[folder.Length..]);
        return matcher.GetResultsInFullPath(root).Select(path => folder.Length == 0 || !Path.IsPathRooted(folder) ? Path.GetRelativePath(".", path) : path);
    }
}
