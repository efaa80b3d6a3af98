using System.Collections.Concurrent;
using HwToken.Validation.Import;

namespace HwToken.Service.Portal.Desk;

/// <summary>
/// How far imports at the desk are, for the page that waits for one. In memory: a page that asks another server of the same database is told nothing, and waits
/// as it would without scripts.
/// </summary>
internal sealed class ImportWatches
{
    /// <summary>Hexadecimal digits of a watch's name.</summary>
    public const int NameLength = 16;

    private readonly ConcurrentDictionary<string, ImportWatch> underWay = new(StringComparer.Ordinal);

    /// <summary>Begins to watch an import; ends when the watch is disposed of.</summary>
    /// <param name="person">The operator whose import it is.</param>
    /// <param name="name">What the page calls it.</param>
    public ImportWatch Begin(string person, string name)
    {
        string key = Key(person, name);
        var watch = new ImportWatch(ended => underWay.TryRemove(KeyValuePair.Create(key, ended)));
        underWay[key] = watch;
        return watch;
    }

    /// <summary>How far an import is; null when none of this person and name is under way.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="name">What the page calls it.</param>
    public ImportProgress? Find(string person, string name) => underWay.GetValueOrDefault(Key(person, name))?.Latest;

    private static string Key(string person, string name) => $"{name} {person}";
}
