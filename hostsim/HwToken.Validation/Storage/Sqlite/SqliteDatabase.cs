using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>SQLite: WAL, synchronous FULL, one writer of its own in each process. Several processes take turns by SQLite's own locks.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    public const string CannotRead = "The SQLite file cannot be read. Look whether it is there, whole, and readable for this user.";
    public const string CannotWrite = "The SQLite file cannot be written. Look for space on the disk, and whether file and folder belong to this user.";

    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    /// <summary>EF Core's own lock during a migration. It is a row, so a process that dies leaves it behind, and everybody waits for ever.</summary>
    private const string DropAbandonedLock = "DROP TABLE IF EXISTS __EFMigrationsLock";

    private static readonly DbContextOptions<SqliteContext> Options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite().Options;

    private readonly string connectionString;
    private readonly string path;
    private readonly SqliteWriter writer;

    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = true };
        this.connectionString = builder.ToString();
        path = builder.DataSource;
        writer = new SqliteWriter(OpenAsync, path);
    }

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public Task<T> WriteAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation) => writer.RunAsync(work, cancellation);

    public async Task<T> ReadAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            ValidationContext context = await OpenAsync().ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                using SqliteTransaction snapshot = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
                await context.Database.UseTransactionAsync(snapshot, cancellation).ConfigureAwait(false);
                return await work(context).ConfigureAwait(false);
            }
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(CannotRead, cause);
        }
    }

    public async Task MigrateAsync(Func<ValidationContext, Task> work, CancellationToken cancellation)
    {
        try
        {
            ValidationContext context = await OpenAsync().ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                using FileStream? turn = await MigrationTurn.TakeAsync(path, cancellation).ConfigureAwait(false);
                await context.Database.ExecuteSqlRawAsync(DropAbandonedLock, cancellation).ConfigureAwait(false);
                await work(context).ConfigureAwait(false);
            }
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(CannotWrite, cause);
        }
    }

    public IAttemptStore Attempts(AttemptSteps steps) => new SqliteAttempts(this, steps);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        using var pool = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pool);
    }

    private async Task<ValidationContext> OpenAsync()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync().ConfigureAwait(false);
            using SqliteCommand pragmas = connection.CreateCommand();
            pragmas.CommandText = Pragmas;
            await pragmas.ExecuteNonQueryAsync().ConfigureAwait(false);
            var context = new SqliteContext(Options);
            context.Database.SetDbConnection(connection, contextOwnsConnection: true);
            return context;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
