using Microsoft.Extensions.FileSystemGlobbing;

namespace HwToken.HostSim.Scenarios;

/// <summary>Finds the files that patterns name.</summary>
internal static class ScenarioFiles
{
    /// <summary>Every file once, in the order of its name.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> patterns) =>
        [.. patterns.SelectMany(Find).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string pattern)
    {
        if (File.Exists(pattern))
        {
            return [pattern];
        }

        string folder = pattern.Split('*', '?')[0];
        folder = folder[..(folder.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)];
        string root = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(root) || pattern.Length == folder.Length)
        {
            return [];
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[folder.Length..]);
        return matcher.GetResultsInFullPath(root).Select(path => folder.Length == 0 || !Path.IsPathRooted(folder) ? Path.GetRelativePath(".", path) : path);
    }
}
