namespace NanoBoard.Running;

/// <summary>One opening of a file.</summary>
internal sealed class OpenFile(string name, FileAccess access, FileShare share)
{
    public string Name { get; } = name;

    public FileAccess Access { get; } = access;

    public FileShare Share { get; } = share;
}
