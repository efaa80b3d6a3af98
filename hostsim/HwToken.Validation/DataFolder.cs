using HwToken.Keeping;

namespace HwToken.Validation;

/// <summary>The data folder: for its owner only.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="IOException">It cannot be made, or is open to others; the message says what to do.</exception>
    public static void Make(string path)
    {
        try
        {
            PrivateFolder.Create(path);
        }
        catch (KeepingException e)
        {
            throw new IOException($"The data folder '{path}' cannot be made. Give another one with --data, in a place where you may write.", e);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new IOException($"The data folder '{path}' is open to others than its owner. Close it (chmod 700 '{path}'), or give another one with --data.");
        }
    }
}
