namespace NanoBoard.Chips;

/// <summary>A copy of the whole volume, as a person with a programmer can take and put back.</summary>
public sealed class FlashSnapshot
{
    internal FlashSnapshot(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> folders)
    {
        Files = files;
        Folders = folders;
    }

    /// <summary>Names of the files.</summary>
    public IEnumerable<string> Names => Files.Keys;

    internal IReadOnlyDictionary<string, byte[]> Files { get; }

    internal IReadOnlyList<string> Folders { get; }
}
