namespace HwToken.TestKit;

/// <summary>A folder for one test; gone with everything in it when the test ends.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Its full path. Only this user can look into it.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("hwtoken-").FullName;

    /// <summary>Path of something in it.</summary>
    /// <param name="parts">Relative to the folder.</param>
    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a text file into it.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string content)
    {
        string path = this[name];
        File.WriteAllText(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
