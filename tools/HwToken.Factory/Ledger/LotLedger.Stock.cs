using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <content>What the lot holds: reserved units with their sealed secrets come in, secrets go out for good.</content>
public sealed partial class LotLedger
{
    /// <summary>Adds reserved units, all or none, and with them the values of the lot.</summary>
    /// <param name="who">By whom.</param>
    /// <param name="happened">For the audit trail.</param>
    /// <param name="units">Number, ID, sealed secret and first counter of each.</param>
    /// <param name="values">Values of the lot.</param>
    internal void Add(string who, AuditEvent happened, IEnumerable<(long Number, string Id, byte[] Secret, long Counter)> units, params (string Name, string Value)[] values) => Change(() =>
    {
        Insert(units);
        Put(values);
        _audit.Append(who, happened);
        return 0;
    });

    /// <summary>Adds reserved units to a lot that is still open, all or none.</summary>
    /// <param name="who">By whom.</param>
    /// <param name="happened">For the audit trail.</param>
    /// <param name="units">Number, ID, sealed secret and first counter of each.</param>
    /// <param name="name">Name of a value of the lot that changes with them.</param>
    /// <param name="redefine">From that value and what the lot then holds to its new value; nobody else can change either in between.</param>
    /// <returns>The new value.</returns>
    /// <exception cref="FactoryException">The lot was sealed.</exception>
    internal string Extend(string who, AuditEvent happened, IEnumerable<(long Number, string Id, byte[] Secret, long Counter)> units, string name, Func<string, UnitCounts, string> redefine) => Change(() =>
    {
        CheckOpen();
        Insert(units);
        string value = redefine(Get(name)!, Counts());
        Put((name, value));
        _audit.Append(who, happened);
        return value;
    });

    /// <summary>Refuses a lot that was sealed: a receiver may have its file, and the file's signature covers the count.</summary>
    /// <exception cref="FactoryException">It was.</exception>
    public void CheckOpen()
    {
        if (IsSealed)
        {
            throw new FactoryException($"Lot {LotId} was sealed: nothing can be added to it. Create another lot.");
        }
    }

    /// <summary>Removes every sealed secret, for good: pages are overwritten, the file is rebuilt, the log is emptied.</summary>
    internal void DestroySecrets(string who, AuditEvent happened, params string[] names) => Locked(() =>
    {
        _connection.Change(() =>
        {
            _connection.Execute("UPDATE unit SET secret = NULL");
            foreach (string name in names)
            {
                _connection.Execute("DELETE FROM lot WHERE name = $name", ("$name", name));
            }

            _audit.Append(who, happened);
            return 0;
        });
        _connection.Execute("VACUUM");
        _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return 0;
    });

    /// <summary>The sealed secret of a unit.</summary>
    /// <returns>Null when it was destroyed.</returns>
    public byte[]? SealedSecret(string id) => Locked(() => _connection.Scalar("SELECT secret FROM unit WHERE id = $id", ("$id", id)) as byte[]);

    private void Insert(IEnumerable<(long Number, string Id, byte[] Secret, long Counter)> units)
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
    }
}
