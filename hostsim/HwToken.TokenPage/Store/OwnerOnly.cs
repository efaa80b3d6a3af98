namespace HwToken.TokenPage.Store;

/// <summary>Folders and files that no other user of the computer can read.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder; an existing one stays as it is. On Windows the user's profile is private already.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be made; the message says what to do.</exception>
    public static void CreateFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, Folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder '{path}' cannot be made. Give another one with --data, in a place where you may write.", e);
        }
    }

    /// <summary>Opens a file for writing that nobody else may open meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is made anew.</param>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }
}
