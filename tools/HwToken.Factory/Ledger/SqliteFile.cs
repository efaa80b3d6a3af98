using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>Opens SQLite files the way the factory needs them: what is committed survives a power cut, what is deleted is overwritten.</summary>
internal static class SqliteFile
{
    /// <summary>How long a station waits for another one that is writing.</summary>
    private const int BusySeconds = 30;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection Open(string path, bool create)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            connection.Open();

            // FULL: every commit waits until the disk has it, before the token is touched.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new FactoryException($"{path} cannot be opened: {e.Message}. Check the path and its permissions.", e);
        }
    }

    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = connection.Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = connection.Prepare(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs a change as one transaction that takes the write lock first, so that what it reads cannot change under it.</summary>
    public static T Change<T>(this SqliteConnection connection, Func<T> change)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            T result = change();
            connection.Execute("COMMIT");
            return result;
        }
        catch
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }
}
