namespace HwToken.HostSim.Scenarios;

/// <summary>Folders for what was seen.</summary>
internal static class BundleNames
{
    /// <summary>Where they lie when nobody says otherwise.</summary>
    public const string DefaultFolder = "scenario-failures";

    /// <summary>A folder's name for a story's file: two files of one name in two folders have two.</summary>
    public static string Of(string file)
    {
        string path = Path.ChangeExtension(Path.IsPathRooted(file) ? Path.GetFileName(file) : file, null).Replace(Path.DirectorySeparatorChar, '/');
        return string.Join('-', path.Split('/').Where(part => part is not ("" or "." or "..")));
    }
}
