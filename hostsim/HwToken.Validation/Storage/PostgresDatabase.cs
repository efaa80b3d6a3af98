using System.Data;
using System.Data.Common;
using Npgsql;

namespace HwToken.Validation.Storage;

/// <summary>PostgreSQL: one transaction a job at READ COMMITTED; row locks order the attempts on one credential, and the server groups the commits.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const int MaxTries = 5;

    /// <summary>Advisory lock under which one process at a time changes the schema.</summary>
    private const long MigrationLock = 0x4877_546F_6B65_6E01;

    private readonly NpgsqlDataSource source;

    public PostgresDatabase(string connectionString) => source = NpgsqlDataSource.Create(Settings(connectionString));

    public DatabaseKind Kind => DatabaseKind.Postgres;

    public async Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            var progress = new Progress();
            try
            {
                return await RunAsync(work, IsolationLevel.ReadCommitted, progress, cancellation).ConfigureAwait(false);
            }
            catch (DbException cause)
            {
                if (attempt == MaxTries || !MayRunAgain(cause, progress))
                {
                    throw new StorageException("PostgreSQL cannot be reached or cannot write.", cause);
                }
            }
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(work, IsolationLevel.RepeatableRead, new Progress(), cancellation).ConfigureAwait(false);
        }
        catch (DbException cause)
        {
            throw new StorageException("PostgreSQL cannot be reached.", cause);
        }
    }

    public Task MigrateAsync(Func<DbSession, Task> work, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("lock", MigrationLock)).ConfigureAwait(false);
            await work(session).ConfigureAwait(false);
            return true;
        },
        cancellation);

    public ValueTask DisposeAsync() => source.DisposeAsync();

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

    /// <summary>
    /// The server took this transaction back so that another could go on; or the connection was dead (pooled before the server was started
    /// anew) and the commit had not been sent. Once it was sent, nobody knows what became of it.
    /// </summary>
    private static bool MayRunAgain(DbException cause, Progress progress) => cause is PostgresException { SqlState: var state }
        ? state is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure || (state == PostgresErrorCodes.AdminShutdown && !progress.IsCommitSent)
        : progress is { Session: not null, IsCommitSent: false } && cause.IsTransient;

    private async Task<T> RunAsync<T>(Func<DbSession, Task<T>> work, IsolationLevel isolation, Progress progress, CancellationToken cancellation)
    {
        var session = new DbSession(await source.OpenConnectionAsync(cancellation).ConfigureAwait(false), keepCommands: false)
        {
            CanCommitAlong = isolation == IsolationLevel.ReadCommitted,
        };
        progress.Session = session;
        await using (session.ConfigureAwait(false))
        {
            DbTransaction transaction = await session.Connection.BeginTransactionAsync(isolation, cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                session.Transaction = transaction;
                T answer = await work(session).ConfigureAwait(false);

                // Not cancellable: a commit that is under way must be waited for, or its outcome is unknown.
                if (!session.IsCommitSent)
                {
                    progress.IsCommitSent = true;
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }

                return answer;
            }
        }
    }

    /// <summary>How far a transaction came.</summary>
    private sealed class Progress
    {
        private bool isCommitSent;

        /// <summary>Null until there is a connection.</summary>
        public DbSession? Session { get; set; }

        public bool IsCommitSent
        {
            get => isCommitSent || Session is { IsCommitSent: true };
            set => isCommitSent = value;
        }
    }
}
