namespace HwToken.Factory;

/// <summary>Files that hold secrets: readable by their owner alone (mode 0600), never half-written, never silently replaced.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Writes a new file through a temporary one beside it, so that a crash leaves the whole file or none.</summary>
    /// <param name="path">Where.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="replace">False: an existing file is refused.</param>
    /// <exception cref="FactoryException">The file exists already.</exception>
    public static void Write(string path, Action<Stream> write, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!;
        if (!replace && File.Exists(path))
        {
            throw Taken(path);
        }

        Directory.CreateDirectory(folder);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = Create(temporary))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            Name(temporary, path, replace);
            UnixFile.FlushFolder(folder);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Refuses a secret file that others may read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FactoryException">It is missing, or its mode is too open.</exception>
    public static void CheckMode(string path)
    {
        if (!File.Exists(path))
        {
            throw new FactoryException($"{path} is not there. Check the path; is the medium with the key mounted?");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new FactoryException($"{path} holds a secret and others may read it. Run: chmod 600 {path}");
        }
    }

    private static FactoryException Taken(string path) => new($"{path} exists already. Choose another name, or remove it first.");

    private static void Name(string temporary, string path, bool replace)
    {
        bool? linked = replace ? null : UnixFile.TryLink(temporary, path);
        if (linked == false)
        {
            throw Taken(path);
        }

        if (linked is null)
        {
            File.Move(temporary, path, replace);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
