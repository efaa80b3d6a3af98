namespace HwToken.Keeping;

/// <summary>Files that hold secrets: readable by their owner alone, never half-written, never silently replaced.</summary>
public static class PrivateFile
{
    /// <summary>Writes a new file. A crash leaves the whole file or none.</summary>
    /// <param name="path">Where. Missing folders are made.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="KeepingException">The file exists already.</exception>
    public static void Create(string path, Action<Stream> write)
    {
        if (!TryCreate(path, write))
        {
            throw new KeepingException($"{path} exists already. Choose another name, or remove it first.");
        }
    }

    /// <summary>Writes a new file. Of several that write at once the first one's content counts.</summary>
    /// <returns>False: there is one of that name, and it stays as it is.</returns>
    public static bool TryCreate(string path, Action<Stream> write) => !File.Exists(path) && Write(path, write, replace: false);

    /// <summary>Writes a file in place of one that may be there. A crash leaves the old one or the new one.</summary>
    public static void Replace(string path, Action<Stream> write) => Write(path, write, replace: true);

    /// <summary>Opens a secret file, after looking whether others can read it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="KeepingException">It is missing, a folder, not ours to read, or open to others.</exception>
    public static FileStream OpenRead(string path)
    {
        FileStream file = InputFile.Open(path);
        if (Exposure.Of(file.SafeFileHandle, path) is not { } reason)
        {
            return file;
        }

        file.Dispose();
        throw new KeepingException(reason);
    }

    /// <summary>Reads a secret file.</summary>
    /// <returns>Its content; the caller clears it.</returns>
    /// <exception cref="KeepingException">As with <see cref="OpenRead"/>, or it is larger than 1 MiB.</exception>
    public static byte[] Read(string path)
    {
        using FileStream file = OpenRead(path);
        return InputFile.ReadAll(file, path);
    }

    /// <summary>Refuses a secret file that others can read.</summary>
    /// <exception cref="KeepingException">As with <see cref="OpenRead"/>.</exception>
    public static void Check(string path) => OpenRead(path).Dispose();

    /// <summary>Tries, before anything else is done, whether a private file can be made at a place.</summary>
    /// <param name="path">A file that is not there yet; its folder may be missing too.</param>
    /// <returns>Why others could read it there and what to do, or null when they could not.</returns>
    /// <exception cref="KeepingException">Nothing can be written there.</exception>
    public static string? TryPlace(string path)
    {
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        string trial = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using FileStream file = Hold(trial, FileMode.CreateNew);
            return Exposure.Of(file.SafeFileHandle, trial)?.Replace(trial, path, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new KeepingException($"Nothing can be written to {folder}: {e.Message} Check the path, its mode and the disk.", e);
        }
        finally
        {
            Discard(trial);
        }
    }

    /// <summary>Opens a private file for reading and writing that nobody else may open meanwhile: a lock that a dying process gives back.</summary>
    /// <exception cref="IOException">Somebody holds it.</exception>
    public static FileStream Hold(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsOwner.Open(path, mode);
        }

        return new FileStream(path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly.FileMode });
    }

    private static bool Write(string path, Action<Stream> write, bool replace)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var draft = new Draft(Path.GetFullPath(path), isPrivate: true);
        write(draft.Content);
        return draft.TryKeep(replace);
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // It was never made.
        }
    }
}
