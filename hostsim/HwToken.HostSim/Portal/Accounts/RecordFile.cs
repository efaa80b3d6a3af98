using System.Text.Json;

namespace HwToken.HostSim.Portal.Accounts;

/// <summary>A few records in one file that only its owner can read. Written to a draft and renamed: a crash leaves the old file whole.</summary>
internal sealed class RecordFile<T>(string path, Func<T, string> key)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock gate = new();
    private Dictionary<string, T>? records;

    /// <summary>All records, in the order of their keys.</summary>
    public IReadOnlyList<T> All()
    {
        lock (gate)
        {
            return [.. Records().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)];
        }
    }

    /// <summary>The record with a key, or the default.</summary>
    public T? Find(string name)
    {
        lock (gate)
        {
            return Records().GetValueOrDefault(name);
        }
    }

    /// <summary>Adds or replaces a record.</summary>
    public void Put(T record)
    {
        lock (gate)
        {
            Records()[key(record)] = record;
            Save();
        }
    }

    /// <summary>Changes a record; nobody else changes it meanwhile.</summary>
    /// <returns>The record as it stands afterwards; the default when there is none.</returns>
    public T? Change(string name, Func<T, T> change)
    {
        lock (gate)
        {
            if (!Records().TryGetValue(name, out T? record))
            {
                return default;
            }

            T changed = change(record);
            Records()[name] = changed;
            Save();
            return changed;
        }
    }

    private Dictionary<string, T> Records()
    {
        if (records is null)
        {
            T[] read = File.Exists(path) ? JsonSerializer.Deserialize<T[]>(File.ReadAllBytes(path)) ?? [] : [];
            records = read.ToDictionary(key, StringComparer.Ordinal);
        }

        return records;
    }

    private void Save()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var draft = new FileStream(path + ".new", options))
        {
            JsonSerializer.Serialize(draft, Records().Values.ToArray());
            draft.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
