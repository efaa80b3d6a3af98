using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HwToken.Validation.Storage;

/// <summary>Where the database is.</summary>
/// <param name="Kind">SQLite or PostgreSQL.</param>
/// <param name="ConnectionString">Its connection string. May hold a password: never logged.</param>
public sealed record DatabaseOptions(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>Name of the SQLite file in a data folder.</summary>
    public const string FileName = "hwtoken.db";

    /// <summary>Reads a <c>--db</c> value: a PostgreSQL connection string (it names a <c>Host</c>), a SQLite one (<c>Data Source</c>), or
    /// nothing for the SQLite file of the data folder.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static DatabaseOptions Parse(string? connection, string dataFolder)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            return new DatabaseOptions(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName) }.ToString());
        }

        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connection };
            return builder.ContainsKey("Host") || builder.ContainsKey("Server")
                ? new DatabaseOptions(DatabaseKind.Postgres, connection)
                : builder.ContainsKey("Data Source") || builder.ContainsKey("DataSource") || builder.ContainsKey("Filename")
                    ? new DatabaseOptions(DatabaseKind.Sqlite, connection)
                    : throw Neither();
        }
        catch (ArgumentException)
        {
            throw Neither();
        }
    }

    /// <summary>The SQLite file; null for PostgreSQL and for a database in memory.</summary>
    public string? SqliteFile => Kind == DatabaseKind.Sqlite ? FileOf(new SqliteConnectionStringBuilder(ConnectionString)) : null;

    /// <summary>The file that a SQLite connection string names; null when it is none on this computer's disk.</summary>
    internal static string? FileOf(SqliteConnectionStringBuilder builder) =>
        builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.DataSource.StartsWith("file:", StringComparison.Ordinal) || builder.Mode == SqliteOpenMode.Memory
            ? null
            : builder.DataSource;

    /// <summary>The kind; never the connection string.</summary>
    public override string ToString() => Kind.ToString();

    private static ArgumentException Neither() => new(
        "The database is given as 'Host=…;Database=…;Username=…' (PostgreSQL) or 'Data Source=FILE' (SQLite).");
}
