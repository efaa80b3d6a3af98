using System.Text.Json;
using HwToken.Keeping;

namespace HwToken.Demo.Bank.Customers;

/// <summary>
/// A few records in one file that only its owner can read. Written to a draft and renamed: a crash leaves the old file whole. Several
/// processes may share it: what another one wrote is seen at once, and no change of it is lost.
/// </summary>
/// <typeparam name="T">A record.</typeparam>
/// <param name="path">The file.</param>
/// <param name="key">The key of a record.</param>
internal sealed class RecordFile<T>(string path, Func<T, string> key)
{
    private const int LockTries = 3000;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();

    /// <summary>All records, in the order of their keys.</summary>
    public IReadOnlyList<T> All()
    {
        lock (gate)
        {
            return [.. Records().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)];
        }
    }

    /// <summary>The record with a key, or the default.</summary>
    /// <param name="name">The key.</param>
    public T? Find(string name)
    {
        lock (gate)
        {
            return Records().GetValueOrDefault(name);
        }
    }

    /// <summary>Adds or replaces a record.</summary>
    /// <param name="record">The record.</param>
    public void Put(T record)
    {
        lock (gate)
        {
            using FileStream turn = Turn();
            Dictionary<string, T> records = Records();
            records[key(record)] = record;
            Save(records);
        }
    }

    /// <summary>Changes a record; nobody else changes it meanwhile.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="change">Makes the changed record of the present one.</param>
    /// <returns>The record as it stands afterwards; the default when there is none.</returns>
    public T? Change(string name, Func<T, T> change)
    {
        lock (gate)
        {
            using FileStream turn = Turn();
            Dictionary<string, T> records = Records();
            if (!records.TryGetValue(name, out T? record))
            {
                return default;
            }

            T changed = change(record);
            records[name] = changed;
            Save(records);
            return changed;
        }
    }

    /// <summary>Takes a record away.</summary>
    /// <param name="name">Its key.</param>
    /// <returns>The record as it was; the default when there was none.</returns>
    public T? Remove(string name)
    {
        lock (gate)
        {
            using FileStream turn = Turn();
            Dictionary<string, T> records = Records();
            if (records.Remove(name, out T? removed))
            {
                Save(records);
            }

            return removed;
        }
    }

    /// <summary>As they stand in the file now. They are few, and a time stamp is too coarse to tell that nobody has written since.</summary>
    private Dictionary<string, T> Records() => File.Exists(path)
        ? (JsonSerializer.Deserialize<T[]>(File.ReadAllBytes(path)) ?? []).ToDictionary(key, StringComparer.Ordinal)
        : [];

    /// <summary>The turn to change the file, among threads and processes; a process that dies gives it back.</summary>
    private FileStream Turn()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return PrivateFile.Hold(path + ".lock");
            }
            catch (IOException) when (attempt < LockTries && File.Exists(path + ".lock"))
            {
                // Another process is changing the file, which takes it no time: .NET has no lock that waits.
                Thread.Sleep(LockPause);
            }
        }
    }

    private void Save(Dictionary<string, T> records) => PrivateFile.Replace(path, draft => JsonSerializer.Serialize(draft, records.Values.ToArray()));
}
