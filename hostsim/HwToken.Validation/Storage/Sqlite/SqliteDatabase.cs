using HwToken.Keeping;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>SQLite: WAL, synchronous FULL, one writer of its own in each process. Several processes take turns by SQLite's own locks.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    public const string CannotRead = "The SQLite file cannot be read. Look whether it is there, whole, and readable for this user.";
    public const string CannotWrite = "The SQLite file cannot be written. Look for space on the disk, whether file and folder belong to this user, and whether another program holds it.";

    /// <summary>Seconds that a transaction waits for another process's.</summary>
    private const int Patience = 10;

    private const string ReadPragmas = "PRAGMA busy_timeout = 10000; ";
    private const string WritePragmas = ReadPragmas + "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private static readonly DbContextOptions<SqliteContext> Options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite()
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning)).Options;

    private readonly string connectionString;
    private readonly string pragmas;
    private readonly SqliteWriter writer;
    private readonly ReadOnlyFile? readOnly;

    public SqliteDatabase(string connectionString, OpenMode mode = OpenMode.Create)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = true, DefaultTimeout = Patience };
        writer = new SqliteWriter(OpenAsync, new WriterTurn(DatabaseOptions.FileOf(builder)));
        pragmas = mode == OpenMode.ReadOnly ? ReadPragmas : WritePragmas;
        if (mode == OpenMode.ReadOnly)
        {
            readOnly = ReadOnlyFile.Find(builder);
        }
        else if (mode == OpenMode.Create && DatabaseOptions.FileOf(builder) is { } file)
        {
            MakeEmpty(file);
        }

        this.connectionString = readOnly?.ConnectionString ?? builder.ToString();
    }

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public Task<T> WriteAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation) => writer.RunAsync(work, cancellation);

    public async Task<T> ReadAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(work, isWriting: false, cancellation).ConfigureAwait(false);
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(CannotRead, cause);
        }
    }

    public async Task<T> MigrateAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(work, isWriting: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(CannotWrite, cause);
        }
    }

    public async Task BackUpAsync(string path, CancellationToken cancellation)
    {
        try
        {
            MakeEmpty(path);
            ValidationContext context = await OpenAsync().ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                await Task.Run(() => SqliteBackup.Copy((SqliteConnection)context.Database.GetDbConnection(), path), cancellation).ConfigureAwait(false);
            }
        }
        catch (SqliteException cause)
        {
            throw new StorageException(CannotRead, cause);
        }
    }

    public IAttemptStore Attempts(AttemptSteps steps) => new SqliteAttempts(this, steps);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        using (var pool = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(pool);
        }

        readOnly?.Dispose();
    }

    /// <summary>One transaction on a connection of its own: a snapshot, or the only writer.</summary>
    private async Task<T> RunAsync<T>(Func<ValidationContext, Task<T>> work, bool isWriting, CancellationToken cancellation)
    {
        ValidationContext context = await OpenAsync().ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            using SqliteTransaction transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: !isWriting);
            await context.Database.UseTransactionAsync(transaction, cancellation).ConfigureAwait(false);
            T answer = await work(context).ConfigureAwait(false);
            if (isWriting)
            {
                transaction.Commit();
            }

            return answer;
        }
    }

    /// <summary>An empty file of the owner's, unless there is one: SQLite takes it, and gives the files that it makes beside it the same mode.</summary>
    private static void MakeEmpty(string path) => PrivateFile.TryCreate(path, _ => { });

    private async Task<ValidationContext> OpenAsync()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync().ConfigureAwait(false);
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two constants of this class.
            command.CommandText = pragmas;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
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
