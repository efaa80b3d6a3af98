namespace HwToken.Factory.Lots;

/// <summary>What belongs to the whole factory and to no lot: the registry of all IDs, the keys, the locks of ports.</summary>
public sealed class FactoryHome
{
    /// <summary>Names a folder; creates nothing yet.</summary>
    /// <param name="folder">Null: under the user's local application data.</param>
    public FactoryHome(string? folder = null) => Folder = Path.GetFullPath(folder ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "HwToken", "Factory"));

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Registry of all credential IDs.</summary>
    public string RegistryPath => Path.Combine(Folder, "registry.db");

    /// <summary>Where a lot's key file stands when nobody says otherwise.</summary>
    public string KeyPath(string lotId) => Path.Combine(Folder, "keys", lotId + ".key");

    /// <summary>Folder of the locks that keep two stations off one port.</summary>
    public string PortLocks => Path.Combine(Folder, "ports");
}
