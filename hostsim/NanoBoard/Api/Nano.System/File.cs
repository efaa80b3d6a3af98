using NanoBoard.Running;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.File</c> on the internal volume <c>I:</c>. Failures are an <see cref="IOException"/>.</summary>
public static partial class File
{
    /// <summary>The file exists. Never throws for a bad path.</summary>
    public static bool Exists(string path)
    {
        Boot boot = Boot.Call();
        return VolumePath.TryParse(path, out string name) && boot.Board.Flash.Exists(boot, name);
    }

    /// <summary>Removes a file; nothing happens when it is not there.</summary>
    public static void Delete(string path)
    {
        Boot boot = Boot.Call();
        string name = VolumePath.ParseFile(path);
        boot.Files.CheckClosed(name);
        if (boot.Board.Flash.Exists(boot, name))
        {
            boot.Board.Flash.Delete(boot, name);
        }
    }

    /// <summary>Renames a file. Throws when the target exists: there is no atomic replacement.</summary>
    public static void Move(string sourceFileName, string destFileName)
    {
        Boot boot = Boot.Call();
        string from = VolumePath.ParseFile(sourceFileName);
        string to = VolumePath.ParseFile(destFileName);
        boot.Files.CheckClosed(from);
        if (!boot.Board.Flash.Exists(boot, from))
        {
            throw new IOException("The file does not exist.");
        }

        if (boot.Board.Flash.Exists(boot, to) || boot.Board.Flash.HasFolder(boot, to) || !boot.Board.Flash.HasFolder(boot, VolumePath.FolderOf(to)))
        {
            throw new IOException("The target exists, or its folder does not.");
        }

        boot.Board.Flash.Move(boot, from, to);
    }

    /// <summary>Reads a whole file.</summary>
    public static byte[] ReadAllBytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        byte[] bytes = new byte[file.Length];
        file.Read(bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>Replaces or makes a file. Durable when it returns.</summary>
    public static void WriteAllBytes(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        file.Write(bytes, 0, bytes.Length);
    }

    /// <summary>Makes or empties a file and opens it.</summary>
    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Opens a file.</summary>
    public static FileStream Open(string path, FileMode mode) =>
        new(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.None);

    /// <summary>Opens a file.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access, FileShare.None);

    /// <summary>Opens a file.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share);

    /// <summary>Opens a file to read. (The package passes its buffer size where the sharing belongs; reading is what it permits.)</summary>
    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Opens or makes a file to write.</summary>
    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
}
