namespace HwToken.Keeping;

/// <summary>Files that anybody may read, and that are there whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes a file in place of one that may be there. A crash leaves the old one or the new one.</summary>
    /// <param name="path">Where. Missing folders are made.</param>
    /// <param name="write">Writes the content.</param>
    public static void Replace(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var draft = new Draft(Path.GetFullPath(path), isPrivate: false);
        write(draft.Content);
        draft.TryKeep(replace: true);
    }

    /// <summary>Brings a folder's names to the disk, for files that another library has written.</summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            UnixCalls.FlushFolder(folder);
        }
    }
}
