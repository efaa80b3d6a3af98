namespace HwToken.Pskc.Tests.Support;

/// <summary>Files for programs that read no other input.</summary>
internal static class TestFolder
{
    /// <summary>Runs with files in a folder of their own that is removed afterwards.</summary>
    public static void With(Action<Func<string, string, string>> body)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pskc-test");
        try
        {
            body((name, content) =>
            {
                string path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, content);
                return path;
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
