using System.Data;
using System.Data.Common;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>PostgreSQL: transactions at READ COMMITTED; row locks order the attempts on one credential, in this process and in others.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const string Cannot = "PostgreSQL cannot be reached or cannot write. Look whether it runs, and at host, database, user and password after --db.";
    private const int MaxTries = 5;

    /// <summary>Advisory lock under which one process at a time changes the schema.</summary>
    private const long MigrationLock = 0x4877_546F_6B65_6E01;

    private static readonly DbContextOptions<PostgresContext> Options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql().Options;

    private readonly NpgsqlDataSource source;
    private readonly List<PostgresAttempts> attempts = [];

    public PostgresDatabase(string connectionString) => source = NpgsqlDataSource.Create(Settings(connectionString));

    public DatabaseKind Kind => DatabaseKind.Postgres;

    public Task<T> WriteAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation) => RetryAsync(
        progress => RunAsync(work, IsolationLevel.ReadCommitted, progress, cancellation));

    public async Task<T> ReadAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(work, IsolationLevel.RepeatableRead, new TransactionProgress(), cancellation).ConfigureAwait(false);
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(Cannot, cause);
        }
    }

    public async Task MigrateAsync(Func<ValidationContext, Task> work, CancellationToken cancellation)
    {
        try
        {
            ValidationContext context = await OpenAsync(cancellation).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                // Held by the connection: a process that dies gives it back.
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation).ConfigureAwait(false);
                await work(context).ConfigureAwait(false);
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(Cannot, cause);
        }
    }

    public IAttemptStore Attempts(AttemptSteps steps)
    {
        var store = new PostgresAttempts(source, steps);
        attempts.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (PostgresAttempts store in attempts)
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>What the connection string leaves open: statements are prepared (unless it says otherwise, as behind some poolers it must).</summary>
    internal static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        // Nothing here changes the state of a connection, so none has to be reset between two users of it.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "HwToken", NoResetOnClose = true };

        // Npgsql's own builder claims to contain every key that it knows.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare"))
        {
            builder.MaxAutoPrepare = 40;
            builder.AutoPrepareMinUsages = 2;
        }

        return builder;
    }

    /// <summary>Runs a transaction again when it is certain that it had no effect and likely that it will have one.</summary>
    /// <exception cref="StorageException">It had none, or nobody knows.</exception>
    internal static async Task<T> RetryAsync<T>(Func<TransactionProgress, Task<T>> transaction)
    {
        for (int attempt = 1; ; attempt++)
        {
            var progress = new TransactionProgress();
            try
            {
                return await transaction(progress).ConfigureAwait(false);
            }
            catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
            {
                if (attempt == MaxTries || !progress.MayRunAgain(cause))
                {
                    throw new StorageException(Cannot, cause);
                }
            }
        }
    }

    private async Task<T> RunAsync<T>(
        Func<ValidationContext, Task<T>> work, IsolationLevel isolation, TransactionProgress progress, CancellationToken cancellation)
    {
        ValidationContext context = await OpenAsync(cancellation).ConfigureAwait(false);
        progress.IsConnected = true;
        await using (context.ConfigureAwait(false))
        {
            IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(isolation, cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                T answer = await work(context).ConfigureAwait(false);

                // Not cancellable: a commit that is under way must be waited for, or its outcome is unknown.
                progress.IsCommitSent = true;
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return answer;
            }
        }
    }

    private async Task<ValidationContext> OpenAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var context = new PostgresContext(Options);
        context.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return context;
    }
}
