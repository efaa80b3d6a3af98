namespace HwToken.Factory.Lots;

/// <summary>Names inside a lot's folder.</summary>
public sealed class LotFolder
{
    /// <summary>Names a folder; creates nothing.</summary>
    public LotFolder(string folder) => Folder = Path.GetFullPath(folder);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The ledger.</summary>
    public string Ledger => Path.Combine(Folder, "ledger.db");

    /// <summary>Certificate that seed files are signed with, PEM.</summary>
    public string Certificate => Path.Combine(Folder, "certificate.pem");

    /// <summary>Folder of the labels.</summary>
    public string Labels => Path.Combine(Folder, "labels");

    /// <summary>Label of one unit.</summary>
    public string Label(string id) => Path.Combine(Labels, id + ".svg");

    /// <summary>True when a path lies inside this folder.</summary>
    public bool Contains(string path) =>
        Path.GetFullPath(path).StartsWith(Folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
