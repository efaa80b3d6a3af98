namespace HwToken.Browser;

/// <summary><c>artifacts/screenshots</c> beside the solution; ignored by git, kept by CI.</summary>
internal static class Pictures
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HwToken.sln")))
        {
            folder = folder.Parent;
        }

        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts", "screenshots")).FullName;
    });

    public static string PathOf(string name, string extension = "png") => Path.Combine(Folder.Value, $"{name}.{extension}");
}
