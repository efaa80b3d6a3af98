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
    /// <summary>First statement of every transaction that writes: whatever server, role and database are set to, the answer waits for the log
    /// (and for the synchronous standby, where there is one).</summary>
    public const string Durable = "SET LOCAL synchronous_commit = on";

    private const string Cannot = "PostgreSQL cannot be reached or cannot write. Look whether it runs, and at host, database, user and password after --db.";
    private const int MaxTries = 5;

    /// <summary>Advisory lock under which one process at a time changes the schema.</summary>
    private const long MigrationLock = 0x4877_546F_6B65_6E01;

    private static readonly TimeSpan MigrationPause = TimeSpan.FromMilliseconds(50);

    private static readonly DbContextOptions<PostgresContext> Options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql().Options;

    private readonly NpgsqlDataSource source;
    private readonly List<PostgresAttempts> attempts = [];

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public DatabaseKind Kind => DatabaseKind.Postgres;

    /// <summary>Connects once, to see what stands in between.</summary>
    /// <exception cref="StorageException">PostgreSQL cannot be reached.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        try
        {
            return new PostgresDatabase(await PostgresSource.OpenAsync(connectionString, cancellation).ConfigureAwait(false));
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(Cannot, cause);
        }
    }

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

    /// <summary>
    /// The lock belongs to a transaction, held open beside the work: a pooler between here and the server may give the next transaction another
    /// session. Who does not get it lets go of his session and asks again: those who wait must not hold all sessions of a small pool.
    /// </summary>
    public async Task<T> MigrateAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                ValidationContext guard = await OpenAsync(cancellation).ConfigureAwait(false);
                await using (guard.ConfigureAwait(false))
                {
                    IDbContextTransaction held = await guard.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
                    await using (held.ConfigureAwait(false))
                    {
                        if (await TakeMigrationLockAsync(guard, cancellation).ConfigureAwait(false))
                        {
                            ValidationContext context = await OpenAsync(cancellation).ConfigureAwait(false);
                            await using (context.ConfigureAwait(false))
                            {
                                return await work(context).ConfigureAwait(false);
                            }
                        }
                    }
                }

                await Task.Delay(MigrationPause, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception thrown) when (StorageFault.Of(thrown) is { } cause)
        {
            throw new StorageException(Cannot, cause);
        }
    }

    public Task BackUpAsync(string path, CancellationToken cancellation) => throw new InvalidOperationException(
        "PostgreSQL is copied by its own tool: pg_dump --format=custom --file=hwtoken.dump DATABASE, and then 'backup --copied', so that the copy is known as one.");

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
                if (isolation == IsolationLevel.ReadCommitted)
                {
                    await context.Database.ExecuteSqlRawAsync(Durable, cancellation).ConfigureAwait(false);
                }

                T answer = await work(context).ConfigureAwait(false);

                // Not cancellable: a commit that is under way must be waited for, or its outcome is unknown.
                progress.IsCommitSent = true;
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return answer;
            }
        }
    }

    private static async Task<bool> TakeMigrationLockAsync(ValidationContext guard, CancellationToken cancellation) =>
        await guard.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({MigrationLock}) AS \"Value\"").AsAsyncEnumerable().SingleAsync(cancellation).ConfigureAwait(false);

    private async Task<ValidationContext> OpenAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var context = new PostgresContext(Options);
        context.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return context;
    }
}
