namespace HwToken.HostSim.TokenPage.Store;

/// <summary>Where data lives unless told otherwise.</summary>
internal static class DefaultData
{
    /// <summary><c>HwToken</c> under the user's local application data; null when the user has no such folder.</summary>
    public static string? Folder()
    {
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length == 0 ? null : Path.Combine(local, "HwToken");
    }
}
