namespace HwToken.TestKit;

/// <summary>The project's own files.</summary>
public static class Project
{
    /// <summary>The folder of the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Text of a file of the project.</summary>
    /// <param name="parts">Its path in the project.</param>
    public static string Read(params string[] parts) => File.ReadAllText(Path.Combine([Folder, .. parts]));

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "HwToken.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the project.");
    }
}
