using System.Globalization;
using HwToken.Factory.Keys;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>The audit trail inside a ledger. Entries are added inside the transaction of what they tell.</summary>
internal sealed class AuditLog(SqliteConnection connection, TimeProvider clock)
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private const string Columns = "sequence, at, who, kind, id, state, count, first, last, text, error_ms, uncertainty_ms, hash";

    private LotKeys? _keys;

    /// <summary>Allows appending.</summary>
    public void Unlock(LotKeys keys) => _keys = keys;

    public void Append(string who, AuditEvent happened)
    {
        LotKeys keys = _keys ?? throw new FactoryException("Whatever changes a lot is written into its audit trail under the lot's key: give --key or --passphrase-file.");
        LedgerEntry? last = Last();
        long sequence = (last?.Sequence ?? 0) + 1;
        string at = clock.GetUtcNow().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        connection.Execute(
            $"INSERT INTO audit ({Columns}) VALUES ($sequence, $at, $who, $kind, $id, $state, $count, $first, $last, $text, $error, $uncertainty, $hash)",
            ("$sequence", sequence),
            ("$at", at),
            ("$who", who),
            ("$kind", (int)happened.Kind),
            ("$id", happened.Id),
            ("$state", (int?)happened.From),
            ("$count", happened.Count),
            ("$first", happened.First),
            ("$last", happened.Last),
            ("$text", happened.Text),
            ("$error", happened.ClockError),
            ("$uncertainty", happened.ClockUncertainty),
            ("$hash", keys.Chain(last?.Hash, sequence, at, who, happened)));
    }

    /// <returns>The last entry; null when there is none.</returns>
    public LedgerEntry? Last() => Select("ORDER BY sequence DESC LIMIT 1").FirstOrDefault();

    /// <returns>One entry, or null.</returns>
    public LedgerEntry? Find(long sequence) => Select("WHERE sequence = $sequence", ("$sequence", sequence)).FirstOrDefault();

    /// <summary>Entries after a number, in order.</summary>
    public IEnumerable<LedgerEntry> Entries(long after = 0) => Select("WHERE sequence > $after ORDER BY sequence", ("$after", after));

    private IEnumerable<LedgerEntry> Select(string where, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = connection.Prepare($"SELECT {Columns} FROM audit {where}", values);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            var happened = new AuditEvent((AuditKind)reader.GetInt32(3))
            {
                Id = reader.GetString(4),
                From = reader.IsDBNull(5) ? null : (UnitState)reader.GetInt32(5),
                Count = reader.IsDBNull(6) ? null : reader.GetInt64(6),
                First = reader.GetString(7),
                Last = reader.GetString(8),
                Text = reader.GetString(9),
                ClockError = reader.IsDBNull(10) ? null : reader.GetDouble(10),
                ClockUncertainty = reader.IsDBNull(11) ? null : reader.GetDouble(11),
            };
            yield return new LedgerEntry(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), happened, reader.GetFieldValue<byte[]>(12));
        }
    }
}
