namespace NanoBoard.Running;

/// <summary>Files that the firmware has open, for the sharing rules. Forgotten at boot: what was open was never committed.</summary>
internal sealed class OpenFiles
{
    private readonly List<OpenFile> _open = [];

    /// <summary>Where relative names lead.</summary>
    public string CurrentDirectory { get; set; } = Nano.System.IO.VolumePath.NoDirectory;

    /// <summary>Registers an opening.</summary>
    /// <exception cref="IOException">Another opening of the same file does not share.</exception>
    public OpenFile Open(string name, FileAccess access, FileShare share)
    {
        foreach (OpenFile other in _open)
        {
            bool conflicts = ((int)access & ~(int)other.Share) != 0 || ((int)other.Access & ~(int)share) != 0;
            if (other.Name == name && conflicts)
            {
                throw new IOException("The file is open already and not shared.");
            }
        }

        var file = new OpenFile(name, access, share);
        _open.Add(file);
        return file;
    }

    /// <summary>Removing and renaming need the file for themselves.</summary>
    /// <exception cref="IOException">The file is open.</exception>
    public void CheckClosed(string name)
    {
        if (_open.Exists(file => file.Name == name))
        {
            throw new IOException("The file is open.");
        }
    }

    public void Close(OpenFile file) => _open.Remove(file);
}
