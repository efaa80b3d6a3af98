using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <summary>Statements and changes of an open SQLite file.</summary>
internal static class SqliteStatements
{
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
            TryRollBack(connection);
            throw;
        }
    }

    /// <summary>After a full disk SQLite has rolled back by itself; that must not hide what happened.</summary>
    private static void TryRollBack(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Nothing is open any more: closing the connection is all that is left to do.
        }
    }
}
