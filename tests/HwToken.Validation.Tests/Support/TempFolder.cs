namespace HwToken.Validation.Tests.Support;

/// <summary>A folder for one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hwt").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
