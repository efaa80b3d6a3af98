namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.FileInfo</c>.</summary>
public sealed class FileInfo : FileSystemInfo
{
    /// <summary>Names a file, there or not.</summary>
    public FileInfo(string fileName)
        : base(fileName)
    {
    }

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(FullName)!;

    /// <summary>Bytes.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public long Length
    {
        get
        {
            using FileStream file = File.OpenRead(FullName);
            return file.Length;
        }
    }

    /// <summary>Path of its folder.</summary>
    public string DirectoryName => Path.GetDirectoryName(FullName)!;

    /// <summary>Its folder.</summary>
    public DirectoryInfo Directory => new(DirectoryName);

    /// <inheritdoc/>
    public override bool Exists => File.Exists(FullName);

    /// <summary>Makes or empties it and opens it.</summary>
    public FileStream Create() => File.Create(FullName);

    /// <inheritdoc/>
    public override void Delete() => File.Delete(FullName);

    /// <summary>Its path.</summary>
    public override string ToString() => FullName;
}
