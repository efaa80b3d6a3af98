using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <content>Folders. A place is written as its names joined by a backslash, from the root on.</content>
public sealed partial class FlashVolume
{
    private const char Separator = '\\';

    private readonly SortedSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Folders, in order: <c>logs</c>, <c>logs\old</c>.</summary>
    public IReadOnlyList<string> Folders => [.. _folders];

    internal bool HasFolder(Boot boot, string place) => place.Length == 0 || boot.Ask((_folders, place), static asked => asked._folders.Contains(asked.place));

    /// <summary>What lies directly in a folder: places of files, or of folders.</summary>
    internal string[] In(Boot boot, string folder, bool folders)
    {
        boot.Spend(_board.Options.FlashReadTime.Ticks);
        return boot.Ask((this, folder, folders), static asked =>
        {
            string start = asked.folder.Length == 0 ? string.Empty : asked.folder + Separator;
            IEnumerable<string> all = asked.folders ? asked.Item1._folders : asked.Item1._files.Keys;
            return all.Where(place => place.StartsWith(start, StringComparison.Ordinal) && place.Length > start.Length && !place.AsSpan(start.Length).Contains(Separator)).ToArray();
        });
    }

    internal void CreateFolder(Boot boot, string place) =>
        Step(boot, FlashOperationKind.CreateFolder, place, 0, () => _folders.Add(place), (_, random) => Perhaps(random, () => _folders.Add(place)));

    internal void DeleteFolder(Boot boot, string place) =>
        Step(boot, FlashOperationKind.DeleteFolder, place, 0, () => _folders.Remove(place), (_, random) => Perhaps(random, () => _folders.Remove(place)));

    /// <summary>Gives a folder another place, with all that lies in it: one step.</summary>
    internal void MoveFolder(Boot boot, string from, string to) =>
        Step(boot, FlashOperationKind.Move, to, 0, () => MoveAll(from, to), (_, random) => Perhaps(random, () => MoveAll(from, to)));

    /// <summary>A torn step of a folder was made or not.</summary>
    private static void Perhaps(BoardRandom random, Action step)
    {
        if (random.Next(2) == 0)
        {
            step();
        }
    }

    private void MoveAll(string from, string to)
    {
        foreach (string place in _files.Keys.Where(place => place.StartsWith(from + Separator, StringComparison.Ordinal)).ToArray())
        {
            _files.Remove(place, out byte[]? content);
            _files[to + place[from.Length..]] = content!;
        }

        foreach (string place in _folders.Where(place => place == from || place.StartsWith(from + Separator, StringComparison.Ordinal)).ToArray())
        {
            _folders.Remove(place);
            _folders.Add(to + place[from.Length..]);
        }
    }
}
