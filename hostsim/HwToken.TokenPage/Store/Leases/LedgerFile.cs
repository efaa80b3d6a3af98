using HwToken.Keeping;
using Microsoft.Data.Sqlite;

namespace HwToken.TokenPage.Store.Leases;

/// <summary>The database file of the ledger: its owner's alone, each commit on the disk before it ends.</summary>
internal static class LedgerFile
{
    /// <summary>The form that this program writes and reads.</summary>
    private const long Form = 1;

    private const string Schema = """
        CREATE TABLE used (key TEXT PRIMARY KEY, next INTEGER NOT NULL, issued INTEGER NOT NULL, held INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE token (key TEXT PRIMARY KEY, pool TEXT NOT NULL, id TEXT NOT NULL, type INTEGER NOT NULL, algorithm INTEGER NOT NULL,
            digits INTEGER NOT NULL, period INTEGER NOT NULL, counter INTEGER NOT NULL, secret BLOB NOT NULL);
        CREATE TABLE lease (id TEXT PRIMARY KEY, key TEXT NOT NULL, expires INTEGER NOT NULL, in_hand INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), mode INTEGER NOT NULL, anchor INTEGER NOT NULL, true_anchor INTEGER NOT NULL, rate REAL NOT NULL);
        PRAGMA user_version = 1;
        """;

    static LedgerFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the file, making it if needed.</summary>
    /// <exception cref="IOException">It cannot be opened or read; the message says what to do.</exception>
    public static SqliteConnection Open(string path)
    {
        PrivateFile.TryCreate(path, _ => { });
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();

            // FULL: a commit waits until the disk has it. What is deleted is overwritten: secrets of dropped pools do not stay.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
            Prepare(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Unreadable(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection)
    {
        long form = (long)connection.Scalar("PRAGMA user_version")!;
        if (form == 0)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            connection.Execute(Schema);
            transaction.Commit();
        }
        else if (form != Form)
        {
            throw Unreadable(connection.DataSource, null);
        }
    }

    private static IOException Unreadable(string path, Exception? cause) =>
        new($"'{path}' holds no leases that this version can read. Move it away, or give another folder with --data, and start again. Codes that it knew as told may then come again.", cause);
}
