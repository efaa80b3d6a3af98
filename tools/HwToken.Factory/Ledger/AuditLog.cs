using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>The audit trail inside a ledger. Entries are added inside the transaction of what they tell.</summary>
internal sealed class AuditLog(SqliteConnection connection, string lotId, TimeProvider clock)
{
    public void Append(string who, string what, string id)
    {
        (long last, byte[] previous) = Head();
        string at = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        byte[] hash = AuditChain.Next(previous, last + 1, at, who, what, id);
        connection.Execute(
            "INSERT INTO audit VALUES ($sequence, $at, $who, $what, $id, $hash)",
            ("$sequence", last + 1),
            ("$at", at),
            ("$who", who),
            ("$what", what),
            ("$id", id),
            ("$hash", hash));
    }

    /// <returns>Number and hash of the last entry; 0 and the genesis hash before the first.</returns>
    public (long Sequence, byte[] Hash) Head()
    {
        using SqliteCommand command = connection.Prepare("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, AuditChain.Genesis(lotId));
    }

    public IEnumerable<AuditEntry> Entries()
    {
        using SqliteCommand command = connection.Prepare("SELECT sequence, at, who, what, id, hash FROM audit ORDER BY sequence");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new AuditEntry(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5));
        }
    }
}
