using HwToken.Factory.Ledger;
using HwToken.Keeping;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Registry;

/// <content>Begins a registry, backs it up, brings it back, and notices copies.</content>
public sealed partial class IdRegistry
{
    /// <summary>Begins a registry.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <exception cref="FactoryException">There is one.</exception>
    public static void Create(string path)
    {
        CheckFree(path);
        PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string draft = DraftOf(path);
        try
        {
            PrivateFile.Hold(draft, FileMode.CreateNew).Dispose();
            using (SqliteConnection connection = SqliteFile.Open(draft, create: true))
            {
                connection.Change(() => connection.Execute(RegistrySchema.Sql));
                Settle(connection, path);
            }

            Name(draft, path);
        }
        finally
        {
            SqliteFile.Delete(draft);
        }
    }

    /// <summary>Writes a copy of the registry, whole, while others may be working with it.</summary>
    /// <param name="path">The registry.</param>
    /// <param name="target">A new file.</param>
    public static void Backup(string path, string target)
    {
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new FactoryException($"{target} exists already. A backup never replaces another one: choose a new name, with the date in it.");
        }

        using IdRegistry registry = Open(path, TimeProvider.System, isToChange: false);
        Copy(registry._connection, Path.GetFullPath(target), _ => { });
    }

    /// <summary>Brings a registry back from a backup.</summary>
    /// <param name="backup">What <see cref="Backup"/> wrote, or the file of a registry that has moved here.</param>
    /// <param name="path">Where the registry is to stand; there must be none.</param>
    public static void Restore(string backup, string path)
    {
        CheckFree(path);
        PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using IdRegistry registry = Open(backup, TimeProvider.System, isToChange: false);
        Copy(registry._connection, Path.GetFullPath(path), connection => Settle(connection, path));
    }

    /// <summary>Declares that the registry really lies here now, and is no copy.</summary>
    public static void Adopt(string path)
    {
        using IdRegistry registry = Open(path, TimeProvider.System, isToChange: true);
        Settle(registry._connection, path);
    }

    private static void CheckFree(string path)
    {
        if (File.Exists(path))
        {
            throw new FactoryException($"There is a registry already: {path}. It knows the IDs that were given out; do not replace it lightly. If that is meant, move it away first.");
        }
    }

    private static void Copy(SqliteConnection source, string target, Action<SqliteConnection> settle)
    {
        string draft = DraftOf(target);
        try
        {
            // SQLite takes an empty file for a new database, so it can be its owner's alone from the beginning.
            PrivateFolder.Create(Path.GetDirectoryName(draft)!);
            PrivateFile.Hold(draft, FileMode.CreateNew).Dispose();
            source.CopyTo(draft);
            using (SqliteConnection copy = SqliteFile.Open(draft, create: false))
            {
                settle(copy);
            }

            Name(draft, target);
        }
        finally
        {
            SqliteFile.Delete(draft);
        }
    }

    private static string DraftOf(string path) => $"{Path.GetFullPath(path)}.{Guid.NewGuid():N}.tmp";

    private static void Name(string draft, string path)
    {
        File.Move(draft, path, overwrite: false);
        WholeFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void Settle(SqliteConnection connection, string path)
    {
        foreach ((string name, string value) in new[] { (PlaceName, PlaceOf(path)), (MachineName, Registry.Place.Machine()) })
        {
            connection.Execute("INSERT INTO about VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        }
    }

    private static string PlaceOf(string path) => Registry.Place.Of(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Two registries that were one give out the same IDs twice.</summary>
    private void CheckPlace(string path)
    {
        string here = PlaceOf(path);
        string place = Get(PlaceName) ?? "";
        bool isHere = Registry.Place.Same(place, here) && (Get(MachineName) ?? "") == Registry.Place.Machine();
        if (!isHere)
        {
            string where = Registry.Place.Same(place, here) ? "another machine" : place;
            throw new FactoryException($"The registry in {here} is a copy of the one on {where}. Two of them would give out the same IDs. Work with the first one; only if that one is gone, or was moved here: hwtoken registry adopt");
        }
    }
}
