using HwToken.Keeping;

namespace HwToken.HostSim.Serving;

/// <summary>A demonstration begins anew each time: its folder is emptied at the start and at the end.</summary>
internal sealed class DemoFolder : IDisposable
{
    /// <summary>Name of the folder in the data folder.</summary>
    public const string Name = "demo";

    private readonly FileStream held;

    /// <summary>Takes the folder.</summary>
    /// <param name="data">Data folder that it lies in.</param>
    /// <param name="files">Name and content of what it begins with; null: nothing.</param>
    /// <exception cref="IOException">Another demonstration uses it.</exception>
    public DemoFolder(string data, IReadOnlyDictionary<string, byte[]>? files = null)
    {
        PrivateFolder.Create(data);
        Path = System.IO.Path.Combine(data, Name);
        try
        {
            held = PrivateFile.Hold(System.IO.Path.Combine(data, Name + ".lock"));
        }
        catch (IOException e)
        {
            throw new IOException($"A demonstration in '{data}' runs already. End it, or give this one another folder with --data.", e);
        }

        Empty();
        PrivateFolder.Create(Path);
        foreach ((string name, byte[] content) in files ?? new Dictionary<string, byte[]>())
        {
            PrivateFile.Create(System.IO.Path.Combine(Path, name), stream => stream.Write(content));
        }
    }

    /// <summary>Where the demonstration keeps its things.</summary>
    public string Path { get; }

    public void Dispose()
    {
        Empty();
        held.Dispose();
    }

    private void Empty()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
