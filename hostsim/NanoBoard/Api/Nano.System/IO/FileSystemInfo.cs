namespace Nano.System.IO;

/// <summary>A file or a folder by its path.</summary>
public abstract class FileSystemInfo : MarshalByRefObject
{
    private protected FileSystemInfo(string path) => FullName = Path.GetFullPath(path);

    /// <summary>The path from its root on.</summary>
    public virtual string FullName { get; }

    /// <summary>From the last dot of its name on; empty: none.</summary>
    public string Extension => Path.GetExtension(FullName)!;

    /// <summary>It is there now.</summary>
    public abstract bool Exists { get; }

    /// <summary>Its own name.</summary>
    public abstract string Name { get; }

    /// <summary>Removes it.</summary>
    public abstract void Delete();
}
