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

    /// <summary>Opens a file that nothing is to be written to; it may lie on a medium where nothing can be written.</summary>
    public static SqliteConnection OpenRead(string path) => TryOpenRead(path, SqliteOpenMode.ReadWrite) ?? OpenCopy(path);

    /// <returns>Null where SQLite cannot make the files that it needs beside the database.</returns>
    private static SqliteConnection? TryOpenRead(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds }.ConnectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA query_only = ON");
            connection.Scalar("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR)
        {
            connection.Dispose();
            return null;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new FactoryException($"{path} cannot be read: {e.Message}. Is it the right file? If it is damaged, restore it from its backup.", e);
        }
    }

    /// <summary>A private copy, with the log of what was not yet brought into the file, for as long as the connection is open.</summary>
    private static SqliteConnection OpenCopy(string path)
    {
        string folder = Directory.CreateTempSubdirectory("hwtoken-read-").FullName;
        string copy = Path.Combine(folder, Path.GetFileName(path));
        try
        {
            File.Copy(path, copy);
            if (File.Exists(path + "-wal"))
            {
                File.Copy(path + "-wal", copy + "-wal");
            }

            foreach (string file in Directory.GetFiles(folder))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            SqliteConnection connection = TryOpenRead(copy, SqliteOpenMode.ReadWrite) ?? throw new FactoryException($"{path} cannot be read. Check the medium, or copy the folder to a disk.");
            connection.Disposed += (_, _) => Directory.Delete(folder, recursive: true);
            return connection;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Copies a database as it is at this moment into an empty file.</summary>
    public static void CopyTo(this SqliteConnection source, string target)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        copy.Open();
        source.BackupDatabase(copy);
    }

    /// <summary>Removes a database and what SQLite keeps beside it.</summary>
    public static void Delete(string path)
    {
        foreach (string suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + suffix);
        }
    }
}
