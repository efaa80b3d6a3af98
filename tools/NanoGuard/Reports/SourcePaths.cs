namespace NanoGuard.Reports;

/// <summary>
/// Names source files as a reader of the report can find them: relative to the root of the sources, with forward slashes. A file outside of it is named without
/// its folders, which belong to another machine.
/// </summary>
/// <param name="root">Folder that paths are relative to.</param>
public sealed class SourcePaths(string root)
{
    // What deterministic builds write for the first source root.
    private const string Mapped = "/_/";

    private readonly string root = Path.GetFullPath(root);

    /// <summary>The name of a file.</summary>
    /// <param name="file">As the pdb has it, written on this or another system.</param>
    /// <returns>The relative path, or the bare name.</returns>
    public string Of(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.StartsWith(Mapped, StringComparison.Ordinal))
        {
            return file[Mapped.Length..];
        }

        var relative = Path.IsPathFullyQualified(file) ? Path.GetRelativePath(root, file).Replace('\\', '/') : file.Replace('\\', '/');
        var isOutside = relative.StartsWith("../", StringComparison.Ordinal) || relative.StartsWith('/') || (relative.Length > 1 && relative[1] == ':');
        return isOutside ? relative[(relative.LastIndexOf('/') + 1)..] : relative;
    }
}
