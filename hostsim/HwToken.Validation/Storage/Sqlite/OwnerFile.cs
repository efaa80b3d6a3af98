namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Makes an empty file for its owner alone, which SQLite then takes; the files that it makes beside it get the same mode.</summary>
internal static class OwnerFile
{
    /// <summary>Does nothing when the file is there.</summary>
    public static void Touch(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // There already.
        }
    }
}
