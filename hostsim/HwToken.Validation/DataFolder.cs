using HwToken.Keeping;

namespace HwToken.Validation;

/// <summary>The data folder: for its owner only.</summary>
internal static class DataFolder
{
    /// <exception cref="IOException">It cannot be made; the message says what to do.</exception>
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
    }
}
