using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>Reads units.</summary>
internal static class UnitTable
{
    private const string Columns = "number, id, state, station, committing, reason, verified_at, clock_error_ms, next_counter, firmware";

    public static Unit? Find(SqliteConnection connection, string id) =>
        Select(connection, "WHERE id = $id", ("$id", id)).FirstOrDefault();

    public static IEnumerable<Unit> Select(SqliteConnection connection, string where, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = connection.Prepare($"SELECT {Columns} FROM unit {where} ORDER BY number", values);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Read(reader);
        }
    }

    private static Unit Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        (UnitState)reader.GetInt32(2),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetInt64(4) != 0,
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(6)),
        reader.IsDBNull(7) ? null : reader.GetInt32(7),
        reader.GetInt64(8),
        reader.IsDBNull(9) ? null : reader.GetString(9));
}
