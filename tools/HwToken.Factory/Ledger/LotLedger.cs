using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>
/// A lot's ledger: one SQLite file with full sync. Every change is one transaction together with its audit entry. Safe for several
/// threads, and for several processes on one machine.
/// </summary>
public sealed partial class LotLedger : IDisposable
{
    /// <summary>Value of the lot that tells of its sealed files.</summary>
    private const string SealedFilesName = "sealedFiles";

    private const string InstanceName = "instance";

    private readonly SqliteConnection _connection;
    private readonly AuditLog _audit;
    private readonly Lock _lock = new();

    private LotLedger(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _audit = new AuditLog(connection, clock);
        LotId = Get("id")!;
        Identity = Get("identity")!;
    }

    /// <summary>Name of the lot.</summary>
    public string LotId { get; }

    /// <summary>Tells this lot from every other, also from one of the same name.</summary>
    public string Identity { get; }

    /// <summary>Tells this copy of the lot from those that it was taken over from.</summary>
    public string Instance => Get(InstanceName)!;

    /// <summary>What was sealed, as <see cref="TrySeal"/> was told; null before.</summary>
    public string? SealedFiles => Get(SealedFilesName);

    /// <summary>True when the lot was sealed.</summary>
    public bool IsSealed => SealedFiles is not null;

    /// <summary>Creates an empty ledger.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="lotId">Name of the lot.</param>
    /// <param name="identity">Identity of the lot.</param>
    /// <param name="keys">Authenticate the audit trail.</param>
    /// <param name="clock">For the audit trail.</param>
    internal static LotLedger Create(string path, string lotId, string identity, Keys.LotKeys keys, TimeProvider clock)
    {
        SqliteConnection connection = SqliteFile.Open(path, create: true);
        try
        {
            connection.Execute(LedgerSchema.Sql);
            connection.Execute("INSERT INTO lot VALUES ('id', $id), ('identity', $identity), ('instance', $instance)", ("$id", lotId), ("$identity", identity), ("$instance", Guid.NewGuid().ToString("N")));
            var ledger = new LotLedger(connection, clock);
            ledger.Unlock(keys);
            return ledger;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a ledger.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">For the audit trail.</param>
    /// <param name="isToChange">False: only read, also from a medium where nothing can be written.</param>
    /// <exception cref="FactoryException">It is no ledger, or of another version.</exception>
    internal static LotLedger Open(string path, TimeProvider clock, bool isToChange)
    {
        if (!File.Exists(path))
        {
            throw new FactoryException($"{Path.GetDirectoryName(path)} is no lot: {Path.GetFileName(path)} is missing. Name a folder made by 'hwtoken lot create'.");
        }

        SqliteConnection connection = isToChange ? SqliteFile.Open(path, create: false) : SqliteFile.OpenRead(path);
        try
        {
            return LedgerSchema.Fits(connection)
                ? new LotLedger(connection, clock)
                : throw new FactoryException($"{path} is no ledger of this version of hwtoken. Finish that lot with the version that made it, and create new lots with this one.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gives the keys that audit entries are authenticated with. Without them nothing can be changed.</summary>
    internal void Unlock(Keys.LotKeys keys) => _audit.Unlock(keys);

    /// <summary>A value of the lot itself.</summary>
    /// <returns>Null when there is none.</returns>
    public string? Get(string name) => Locked(() => _connection.Scalar("SELECT value FROM lot WHERE name = $name", ("$name", name)) as string);

    /// <summary>Adds an audit entry of its own.</summary>
    public void Note(string who, AuditEvent happened) => Change(() =>
    {
        _audit.Append(who, happened);
        return 0;
    });

    /// <summary>Number and hash of the last audit entry; 0 and nothing in a ledger whose making was cut short.</summary>
    public (long Sequence, byte[] Hash) AuditHead() => Locked(() => _audit.Last() is { } last ? (last.Sequence, last.Hash) : (0, []));

    /// <summary>The last audit entry, or null.</summary>
    internal LedgerEntry? LastAudit() => Locked(_audit.Last);

    /// <summary>One audit entry, or null.</summary>
    internal LedgerEntry? FindAudit(long sequence) => Locked(() => _audit.Find(sequence));

    /// <summary>The audit trail after an entry. Nothing else may use this ledger object until the walk is over.</summary>
    public IEnumerable<LedgerEntry> Audit(long after = 0) => _audit.Entries(after);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    private void Put(params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach ((string name, string value) in values)
        {
            _connection.Execute("INSERT INTO lot VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private T Change<T>(Func<T> change) => Locked(() => _connection.Change(change));
}
