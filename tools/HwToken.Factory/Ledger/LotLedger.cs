using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>
/// A lot's ledger: one SQLite file with full sync. Every change is one transaction together with its audit entry. Safe for several
/// threads, and for several processes on one machine.
/// </summary>
public sealed class LotLedger : IDisposable
{
    /// <summary>Begins the audit entry that moves every labelled unit to sealed.</summary>
    internal const string SealWord = "sealed ";

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
            bool isKnown = connection.Scalar("PRAGMA user_version") is long version && version == LedgerSchema.Version;
            return isKnown && connection.Scalar("SELECT value FROM lot WHERE name = 'id'") is string lotId
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

    /// <summary>Sets values of the lot itself, as one change.</summary>
    public void Set(string who, string what, params (string Name, string Value)[] values) => Change(() =>
    {
        foreach ((string name, string value) in values)
        {
            _connection.Execute("INSERT INTO lot VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        }

        _audit.Append(who, what, "");
        return 0;
    });

    /// <summary>Adds reserved units, all or none, and with them the values of the lot.</summary>
    /// <param name="who">By whom.</param>
    /// <param name="what">For the audit trail.</param>
    /// <param name="units">Number, ID, sealed secret and first counter of each.</param>
    /// <param name="values">Values of the lot.</param>
    public void Add(string who, string what, IEnumerable<(long Number, string Id, byte[] Secret, long Counter)> units, params (string Name, string Value)[] values) => Change(() =>
    {
        using SqliteCommand insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO unit (number, id, secret, next_counter) VALUES ($number, $id, $secret, $counter)";
        SqliteParameter number = insert.Parameters.Add("$number", SqliteType.Integer);
        SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Text);
        SqliteParameter secret = insert.Parameters.Add("$secret", SqliteType.Blob);
        SqliteParameter counter = insert.Parameters.Add("$counter", SqliteType.Integer);
        foreach ((long Number, string Id, byte[] Secret, long Counter) unit in units)
        {
            (number.Value, id.Value, secret.Value, counter.Value) = (unit.Number, unit.Id, unit.Secret, unit.Counter);
            insert.ExecuteNonQuery();
        }

        foreach ((string name, string value) in values)
        {
            _connection.Execute("INSERT INTO lot VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        }

        _audit.Append(who, what, "");
        return 0;
    });

    /// <summary>Takes the next reserved unit for a token: durable as <see cref="UnitState.Writing"/> when this returns.</summary>
    /// <param name="station">Which port takes it.</param>
    /// <param name="who">By whom.</param>
    /// <param name="id">Take this one; null: the first.</param>
    /// <returns>Null when none is left.</returns>
    public Unit? Take(string station, string who, string? id = null) => Change(() =>
    {
        string? taken = _connection.Scalar(
            "UPDATE unit SET state = 1, station = $station WHERE number = (SELECT number FROM unit WHERE state = 0 AND ($id IS NULL OR id = $id) ORDER BY number LIMIT 1) RETURNING id",
            ("$station", station),
            ("$id", id)) as string;
        if (taken is null)
        {
            return null;
        }

        _audit.Append(who, Transition(UnitState.Reserved, UnitState.Writing), taken);
        return UnitTable.Find(_connection, taken);
    });

    /// <summary>Notes, before COMMIT is sent, that a token may be locked with this unit from now on.</summary>
    /// <returns>False when the unit is not being written any more.</returns>
    public bool TryIntendCommit(string id, string who) => Change(() =>
    {
        bool isNoted = _connection.Execute("UPDATE unit SET committing = 1 WHERE id = $id AND state = 1", ("$id", id)) == 1;
        if (isNoted)
        {
            _audit.Append(who, "commit intended", id);
        }

        return isNoted;
    });

    /// <summary>Moves a unit on.</summary>
    /// <param name="id">Credential ID.</param>
    /// <param name="from">Where it must be.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="who">By whom.</param>
    /// <param name="findings">With <see cref="UnitState.Verified"/>: what the station found out.</param>
    /// <returns>False, and nothing changed, when it is elsewhere by now (another station took care of it).</returns>
    public bool TryMove(string id, UnitState from, UnitState to, string who, UnitFindings? findings = null) => Change(() =>
    {
        if (!UnitTransitions.IsAllowed(from, to))
        {
            throw new InvalidOperationException($"No transition from {from.Word()} to {to.Word()}.");
        }

        if (_connection.Execute("UPDATE unit SET state = $to WHERE id = $id AND state = $from", ("$to", (int)to), ("$id", id), ("$from", (int)from)) != 1)
        {
            return false;
        }

        if (findings is not null)
        {
            _connection.Execute(
                "UPDATE unit SET verified_at = $at, clock_error_ms = $error, next_counter = $counter, firmware = $firmware WHERE id = $id",
                ("$at", findings.VerifiedAt.ToUnixTimeMilliseconds()),
                ("$error", findings.ClockErrorMilliseconds),
                ("$counter", findings.NextCounter),
                ("$firmware", findings.Firmware),
                ("$id", id));
        }

        string clock = findings?.ClockErrorMilliseconds is { } error ? string.Create(CultureInfo.InvariantCulture, $", clock error {error} ms") : "";
        _audit.Append(who, Transition(from, to) + clock, id);
        return true;
    });

    /// <summary>Gives a unit up.</summary>
    /// <param name="id">Credential ID.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="who">By whom.</param>
    /// <param name="from">Only when it is in this state; null: in any.</param>
    /// <returns>False when it is scrapped already, or elsewhere.</returns>
    public bool TryScrap(string id, string reason, string who, UnitState? from = null) => Change(() =>
    {
        if (UnitTable.Find(_connection, id) is not { } unit || unit.State == UnitState.Scrapped || (from is not null && unit.State != from))
        {
            return false;
        }

        _connection.Execute("UPDATE unit SET state = 9, reason = $reason WHERE id = $id", ("$reason", reason), ("$id", id));
        _audit.Append(who, $"{Transition(unit.State, UnitState.Scrapped)}: {reason}", id);
        return true;
    });

    /// <summary>Moves every labelled unit to sealed, and sets values of the lot with it.</summary>
    /// <param name="who">By whom.</param>
    /// <param name="what">What was sealed, for the audit trail.</param>
    /// <param name="values">Values of the lot.</param>
    public void Seal(string who, string what, params (string Name, string Value)[] values) => Change(() =>
    {
        _connection.Execute("UPDATE unit SET state = 5 WHERE state = 4");
        foreach ((string name, string value) in values)
        {
            _connection.Execute("INSERT INTO lot VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        }

        _audit.Append(who, SealWord + what, "");
        return 0;
    });

    /// <summary>Adds an audit entry of its own.</summary>
    public void Note(string who, string what, string id = "") => Change(() =>
    {
        _audit.Append(who, what, id);
        return 0;
    });

    /// <summary>Removes every sealed secret, for good: pages are overwritten, the file is rebuilt, the log is emptied.</summary>
    public void DestroySecrets(string who, string what, params string[] names) => Locked(() =>
    {
        _connection.Change(() =>
        {
            _connection.Execute("UPDATE unit SET secret = NULL");
            foreach (string name in names)
            {
                _connection.Execute("DELETE FROM lot WHERE name = $name", ("$name", name));
            }

            _audit.Append(who, what, "");
            return 0;
        });
        _connection.Execute("VACUUM");
        _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return 0;
    });

    /// <summary>The sealed secret of a unit.</summary>
    /// <returns>Null when it was destroyed.</returns>
    public byte[]? SealedSecret(string id) => Locked(() => _connection.Scalar("SELECT secret FROM unit WHERE id = $id", ("$id", id)) as byte[]);

    /// <summary>One unit, or null.</summary>
    public Unit? Find(string id) => Locked(() => UnitTable.Find(_connection, id));

    /// <summary>Units in some states, in the order of the lot. Nothing else may use this ledger object until the walk is over.</summary>
    /// <param name="states">None: all.</param>
    public IEnumerable<Unit> Units(params UnitState[] states) =>
        UnitTable.Select(_connection, states.Length == 0 ? "" : $"WHERE state IN ({string.Join(',', states.Select(state => (int)state))})");

    /// <summary>The first unit in these states whose number is above <paramref name="number"/>: a walk that lets others in between.</summary>
    public IReadOnlyList<Unit> Page(long number, int count, params UnitState[] states) => Locked(() =>
        (IReadOnlyList<Unit>)[.. UnitTable.Select(_connection, $"WHERE number > $number AND state IN ({string.Join(',', states.Select(state => (int)state))})", ("$number", number)).Take(count)]);

    /// <summary>Units that a port was busy with and has not brought to an end.</summary>
    /// <param name="station">The port.</param>
    public IReadOnlyList<Unit> Unfinished(string station) => Locked(() =>
        (IReadOnlyList<Unit>)[.. UnitTable.Select(_connection, "WHERE state IN (1, 2) AND station = $station", ("$station", station))]);

    /// <summary>How many units are in each state.</summary>
    public UnitCounts Counts() => Locked(() =>
    {
        var counts = new Dictionary<UnitState, int>();
        using SqliteCommand command = _connection.Prepare("SELECT state, count(*) FROM unit GROUP BY state");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            counts[(UnitState)reader.GetInt32(0)] = reader.GetInt32(1);
        }

        return new UnitCounts(counts);
    });

    /// <summary>Number and hash of the last audit entry.</summary>
    public (long Sequence, byte[] Hash) AuditHead() => Locked(_audit.Head);

    /// <summary>The audit trail. Nothing else may use this ledger object until the walk is over.</summary>
    public IEnumerable<AuditEntry> Audit() => _audit.Entries();

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    internal static string Transition(UnitState from, UnitState to) => $"{from.Word()} > {to.Word()}";

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private T Change<T>(Func<T> change) => Locked(() => _connection.Change(change));
}
