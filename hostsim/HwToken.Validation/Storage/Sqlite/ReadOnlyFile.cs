using HwToken.Keeping;
using Microsoft.Data.Sqlite;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>
/// A way to read a SQLite file where nothing can be written beside it. A database in WAL mode wants a file for shared memory there: on a
/// read-only medium it is read as one that nobody changes, or, while it has a log, in a copy.
/// </summary>
internal sealed class ReadOnlyFile : IDisposable
{
    private const int ReadOnlyMedium = 8;
    private const int CannotOpen = 14;

    private readonly string? copy;

    private ReadOnlyFile(string connectionString, string? copy) => (ConnectionString, this.copy) = (connectionString, copy);

    public string ConnectionString { get; }

    public static ReadOnlyFile Find(SqliteConnectionStringBuilder given)
    {
        var builder = new SqliteConnectionStringBuilder(given.ToString()) { Mode = SqliteOpenMode.ReadOnly };
        if (CanRead(builder))
        {
            return new ReadOnlyFile(builder.ToString(), null);
        }

        string file = Path.GetFullPath(builder.DataSource);
        var log = new FileInfo(file + "-wal");
        if (!log.Exists || log.Length == 0)
        {
            builder.DataSource = new Uri(file).AbsoluteUri + "?immutable=1";
            return new ReadOnlyFile(builder.ToString(), null);
        }

        // For this user alone (mode 0700).
        string folder = Directory.CreateTempSubdirectory("hwtoken").FullName;
        builder.DataSource = Path.Combine(folder, Path.GetFileName(file));
        Copy(file, builder.DataSource);
        Copy(log.FullName, builder.DataSource + "-wal");
        return new ReadOnlyFile(builder.ToString(), folder);
    }

    public void Dispose()
    {
        if (copy is not null)
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        using FileStream source = File.OpenRead(from);
        PrivateFile.Create(to, source.CopyTo);
    }

    private static bool CanRead(SqliteConnectionStringBuilder builder)
    {
        try
        {
            using var connection = new SqliteConnection(builder.ToString());
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            command.ExecuteScalar();
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is CannotOpen or ReadOnlyMedium)
        {
            return false;
        }
    }
}
