namespace HwToken.Aspire.Hosting;

/// <summary>Where the tool is.</summary>
internal static class ToolCommand
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd"] : [""];

    /// <summary>A path is made whole: what runs the application does so from a folder of its own. A name stays one.</summary>
    /// <param name="command">A name, or a path.</param>
    /// <param name="folder">What a path is relative to.</param>
    public static string Whole(string command, string folder) => IsName(command) ? command : Path.GetFullPath(command, folder);

    /// <summary>True when there is such a program.</summary>
    /// <param name="command">A name on the search path, or a whole path.</param>
    /// <param name="searchPath">The search path (<c>PATH</c>).</param>
    public static bool Exists(string command, string? searchPath) =>
        (IsName(command) ? (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) : [""])
            .Any(folder => Endings.Any(ending => File.Exists(Path.Combine(folder, command + ending))));

    private static bool IsName(string command) => Path.GetFileName(command) == command;
}
