namespace HwToken.Keeping;

/// <summary>Folders that no other user of the computer can look into.</summary>
public static class PrivateFolder
{
    /// <summary>Makes a folder; an existing one stays as it is.</summary>
    /// <param name="path">Where. Folders above are made too.</param>
    /// <exception cref="KeepingException">It cannot be made.</exception>
    public static void Create(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return;
            }

            if (OperatingSystem.IsWindows())
            {
                WindowsOwner.CreateFolder(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerOnly.FolderMode);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeepingException($"The folder '{path}' cannot be made: {e.Message} Name another one, in a place where you may write.", e);
        }
    }
}
