using NanoBoard.Events;
using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// The internal volume <c>I:</c>, a littlefs: what a program writes becomes durable when it closes the file, an
/// overwritten file keeps its old content until then, and a new file exists empty from the moment it is opened.
/// </summary>
public sealed partial class FlashVolume
{
    private readonly VirtualBoard _board;
    private readonly BoardRandom _tear;
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private bool _mountFails;

    internal FlashVolume(VirtualBoard board)
    {
        _board = board;
        _tear = new BoardRandom(board.Options.Seed, RandomPurpose.TornWrite);
    }

    /// <summary>Durable steps begun so far. The next one has this number plus one.</summary>
    public long Operations { get; private set; }

    /// <summary>Names of the files, in order.</summary>
    public IReadOnlyList<string> Names => [.. _files.Keys];

    /// <summary>Bytes that the files hold.</summary>
    public int UsedBytes => _files.Values.Sum(content => content.Length);

    /// <summary>Fault: every durable step throws an <see cref="IOException"/> and changes nothing.</summary>
    public bool FailWrites { get; set; }

    /// <summary>Fault: the volume cannot be mounted at the next boot, so the firmware's platform formats it. All files are lost.</summary>
    public void FailMount() => _mountFails = true;

    /// <summary>What a file durably holds.</summary>
    /// <param name="name">Without path.</param>
    /// <returns>A copy; null when there is no such file.</returns>
    public byte[]? ReadFile(string name) => _files.TryGetValue(name, out byte[]? content) ? [.. content] : null;

    /// <summary>Puts a file on the volume from outside, as the deployment tool does, and makes its folders. No flash operation is counted.</summary>
    /// <param name="name">Without drive: <c>a.txt</c>, <c>logs\a.txt</c>.</param>
    /// <param name="content">Its bytes.</param>
    public void WriteFile(string name, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        for (string folder = name; folder.LastIndexOf(Separator) is > 0 and var at;)
        {
            folder = folder[..at];
            _folders.Add(folder);
        }

        _files[name] = [.. content];
    }

    /// <summary>Removes a file from outside.</summary>
    /// <returns>False when there was none.</returns>
    public bool DeleteFile(string name) => _files.Remove(name);

    /// <summary>Fault: flips bits of one byte of a file.</summary>
    /// <param name="name">Without path.</param>
    /// <param name="offset">Which byte.</param>
    /// <param name="mask">The bits to flip.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void Corrupt(string name, int offset, byte mask = 0xFF) => Existing(name)[offset] ^= mask;

    /// <summary>Fault: cuts a file short.</summary>
    /// <param name="name">Without path.</param>
    /// <param name="length">Bytes that stay, at most what it holds.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void Truncate(string name, int length) => _files[name] = Existing(name)[..length];

    /// <summary>Copies the volume.</summary>
    public FlashSnapshot Snapshot() => new(_files.ToDictionary(file => file.Key, file => (byte[])file.Value.Clone(), StringComparer.Ordinal), Folders);

    /// <summary>Puts a copy back, as an attacker with a programmer would to repeat old codes.</summary>
    public void Restore(FlashSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _files.Clear();
        _folders.Clear();
        _folders.UnionWith(snapshot.Folders);
        foreach ((string name, byte[] content) in snapshot.Files)
        {
            _files[name] = [.. content];
        }
    }

    internal void Mount()
    {
        if (_mountFails)
        {
            _mountFails = false;
            _files.Clear();
            _folders.Clear();
            _board.Raise(new FlashFormatted(_board.Now));
        }
    }

    internal bool Exists(Boot boot, string name) => boot.Ask((_files, name), static asked => asked._files.ContainsKey(asked.name));

    /// <summary>Looks a file up, as opening it does.</summary>
    /// <returns>Whether it is there.</returns>
    internal bool Open(Boot boot, string name) => boot.Ask((this, name), static asked =>
    {
        asked.Item1._board.Counters.FlashReads++;
        return asked.Item1._files.ContainsKey(asked.name);
    });

    /// <summary>What a file that is there holds: a copy.</summary>
    internal byte[] Read(Boot boot, string name) => [.. boot.Ask((this, name), static asked => asked.Item1.ReadFile(asked.name)!)];

    internal void Create(Boot boot, string name) =>
        Step(boot, FlashOperationKind.Create, name, 0, () => _files[name] = [], TornFile.Create(name));

    internal void Write(Boot boot, string name, byte[] content)
    {
        if (!boot.Ask((this, name, content.Length), static asked => asked.Item1.HasRoom(asked.name, asked.Length)))
        {
            throw new IOException("The volume is full.");
        }

        Step(boot, FlashOperationKind.Write, name, content.Length, () => _files[name] = content, TornFile.Write(name, content));
    }

    internal void Delete(Boot boot, string name) =>
        Step(boot, FlashOperationKind.Delete, name, 0, () => _files.Remove(name), TornFile.Delete(name));

    internal void Move(Boot boot, string from, string to)
    {
        byte[] content = Read(boot, from);
        Step(
            boot,
            FlashOperationKind.Move,
            to,
            content.Length,
            () =>
            {
                _files.Remove(from);
                _files[to] = content;
            },
            (files, _) => files[to] = content);
    }

    private bool HasRoom(string name, int length) =>
        UsedBytes - (_files.TryGetValue(name, out byte[]? before) ? before.Length : 0) + length <= _board.Options.FlashCapacity;

    private byte[] Existing(string name) =>
        _files.TryGetValue(name, out byte[]? content) ? content : throw new FileNotFoundException("The volume holds no such file.", name);

    private void Step(Boot boot, FlashOperationKind kind, string name, int length, Action apply, TornFile.Tear tear)
    {
        boot.Spend(_board.Options.FlashWriteTime.Ticks);
        boot.Ask((this, kind, name, length, apply, tear), static asked => asked.Item1.Take(asked.kind, asked.name, asked.length, asked.apply, asked.tear));
        boot.ThrowIfDead();
    }

    /// <returns>True: the step is over, if the power did not go with it.</returns>
    private bool Take(FlashOperationKind kind, string name, int length, Action apply, TornFile.Tear tear)
    {
        if (FailWrites)
        {
            throw new IOException("The flash refused the write.");
        }

        long number = ++Operations;
        _board.Counters.FlashOperations++;
        CutMode? cut = _board.Faults.TakeCut(number);
        switch (cut)
        {
            case CutMode.Before:
                break;
            case CutMode.Torn:
                tear(_files, _tear);
                break;
            default:
                apply();
                _board.Raise(new FlashChanged(_board.Now, new FlashOperation(number, kind, name, length)));
                break;
        }

        if (cut is not null)
        {
            _board.CutPower();
        }

        return true;
    }
}
