using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HwToken.Validation.Storage;

/// <summary>SQLite: WAL, synchronous FULL, one writer of its own in each process. Several processes take turns by SQLite's own locks.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private readonly string connectionString;
    private readonly SqliteWriter writer;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = true };
        this.connectionString = builder.ToString();
        writer = new SqliteWriter(OpenAsync, builder.DataSource);
    }

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) => writer.RunAsync(work, cancellation);

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            DbSession session = await OpenAsync(keepCommands: false).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                using SqliteTransaction snapshot = ((SqliteConnection)session.Connection).BeginTransaction(deferred: true);
                session.Transaction = snapshot;
                return await work(session).ConfigureAwait(false);
            }
        }
        catch (DbException cause)
        {
            throw new StorageException("The SQLite file cannot be read.", cause);
        }
    }

    public Task MigrateAsync(Func<DbSession, Task> work, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await work(session).ConfigureAwait(false);
            return true;
        },
        cancellation);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        using var pool = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pool);
    }

    private async Task<DbSession> OpenAsync(bool keepCommands)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync().ConfigureAwait(false);
            using SqliteCommand pragmas = connection.CreateCommand();
            pragmas.CommandText = Pragmas;
            await pragmas.ExecuteNonQueryAsync().ConfigureAwait(false);
            return new DbSession(connection, keepCommands);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
