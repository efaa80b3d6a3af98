namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.DirectoryInfo</c>.</summary>
public sealed class DirectoryInfo : FileSystemInfo
{
    /// <summary>Names a folder, there or not.</summary>
    public DirectoryInfo(string path)
        : base(path)
    {
    }

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(FullName) is { Length: > 0 } name ? name : FullName;

    /// <inheritdoc/>
    public override bool Exists => Directory.Exists(FullName);

    /// <summary>The drive's own folder.</summary>
    public DirectoryInfo Root => new(Path.GetPathRoot(FullName)!);

    /// <summary>The folder that it lies in; null of the root.</summary>
    public DirectoryInfo? Parent => Path.GetDirectoryName(FullName) is { } parent ? new DirectoryInfo(parent) : null;

    /// <summary>Makes it.</summary>
    public void Create() => Directory.CreateDirectory(FullName);

    /// <summary>Makes a folder in it.</summary>
    public DirectoryInfo CreateSubdirectory(string path) => Directory.CreateDirectory(Path.Combine(FullName, path));

    /// <summary>The files in it.</summary>
    public FileInfo[] GetFiles() => [.. Directory.GetFiles(FullName).Select(path => new FileInfo(path))];

    /// <summary>The folders in it.</summary>
    public DirectoryInfo[] GetDirectories() => [.. Directory.GetDirectories(FullName).Select(path => new DirectoryInfo(path))];

    /// <summary>Gives it another place.</summary>
    public void MoveTo(string destDirName) => Directory.Move(FullName, destDirName);

    /// <summary>Removes it when it is empty.</summary>
    public override void Delete() => Directory.Delete(FullName);

    /// <summary>Removes it.</summary>
    public void Delete(bool recursive) => Directory.Delete(FullName, recursive);

    /// <summary>Its path.</summary>
    public override string ToString() => FullName;
}
