using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>
/// A lot's ledger: one SQLite file with full sync. Every change is one transaction together with its audit entry. Safe for several
/// threads, and for several processes on one machine.
/// </summary>
public sealed partial class LotLedger : IDisposable
{
    /// <summary>Begins the audit entry that moves every labelled unit to sealed.</summary>
    internal const string SealWord = "sealed ";

    /// <summary>Value of the lot that tells of its sealed files.</summary>
    private const string SealedFilesName = "sealedFiles";

    private readonly SqliteConnection _connection;
    private readonly AuditLog _audit;
    private readonly Lock _lock = new();

    private LotLedger(SqliteConnection connection, string lotId, TimeProvider clock)
    {
        _connection = connection;
        _audit = new AuditLog(connection, lotId, clock);
        LotId = lotId;
    }

    /// <summary>Name of the lot.</summary>
    public string LotId { get; }

    /// <summary>What was sealed, as <see cref="TrySeal"/> was told; null before.</summary>
    public string? SealedFiles => Get(SealedFilesName);

    /// <summary>True when the lot was sealed.</summary>
    public bool IsSealed => SealedFiles is not null;

    /// <summary>Creates an empty ledger.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="lotId">Name of the lot.</param>
    /// <param name="clock">For the audit trail.</param>
    public static LotLedger Create(string path, string lotId, TimeProvider clock)
    {
        if (File.Exists(path))
        {
            throw new FactoryException($"{path} exists already: that lot was created before.");
        }

        SqliteConnection connection = SqliteFile.Open(path, create: true);
        connection.Execute(LedgerSchema.Sql);
        connection.Execute("INSERT INTO lot VALUES ('id', $id)", ("$id", lotId));
        return new LotLedger(connection, lotId, clock);
    }

    /// <summary>Opens a ledger.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">For the audit trail.</param>
    /// <exception cref="FactoryException">It is no ledger, or of a newer version.</exception>
    public static LotLedger Open(string path, TimeProvider clock)
    {
        if (!File.Exists(path))
        {
            throw new FactoryException($"{Path.GetDirectoryName(path)} is no lot: {Path.GetFileName(path)} is missing. Name a folder made by 'hwtoken lot create'.");
        }

        SqliteConnection connection = SqliteFile.Open(path, create: false);
        try
        {
            return LedgerSchema.TryUpgrade(connection) && connection.Scalar("SELECT value FROM lot WHERE name = 'id'") is string lotId
                ? new LotLedger(connection, lotId, clock)
                : throw new FactoryException($"{path} is no ledger of this version. Its creation was cut short, or this tool is older than the lot.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A value of the lot itself.</summary>
    /// <returns>Null when there is none.</returns>
    public string? Get(string name) => Locked(() => _connection.Scalar("SELECT value FROM lot WHERE name = $name", ("$name", name)) as string);

    /// <summary>Adds an audit entry of its own.</summary>
    public void Note(string who, string what, string id = "") => Change(() =>
    {
        _audit.Append(who, what, id);
        return 0;
    });

    /// <summary>Number and hash of the last audit entry.</summary>
    public (long Sequence, byte[] Hash) AuditHead() => Locked(_audit.Head);

    /// <summary>The audit trail. Nothing else may use this ledger object until the walk is over.</summary>
    public IEnumerable<AuditEntry> Audit() => _audit.Entries();

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    internal static string Transition(UnitState from, UnitState to) => $"{from.Word()} > {to.Word()}";

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
