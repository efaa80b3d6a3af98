using Microsoft.Data.Sqlite;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Copies a SQLite database whole, while it is used (SQLite's online backup), and looks a copy over.</summary>
internal static class SqliteBackup
{
    /// <param name="from">Open connection.</param>
    /// <param name="path">An empty file.</param>
    public static void Copy(SqliteConnection from, string path)
    {
        using var to = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite));
        to.Open();
        from.BackupDatabase(to);

        // One file, whole, without a log beside it.
        using SqliteCommand command = to.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    /// <returns>Null when the file is whole; else what SQLite finds wrong.</returns>
    public static string? Fault(string path)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadOnly));
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            return command.ExecuteScalar() is "ok" ? null : "its content is damaged";
        }
        catch (SqliteException damaged)
        {
            return damaged.Message;
        }
    }

    public static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
}
