using HwToken.Validation.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>
/// The one writer of a process: takes what is waiting, runs it in one transaction, commits once, and only then answers anybody
/// (group commit). SQLite lets one writer in at a time anyway; waiting for the disk once for many is what makes it quick.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Most jobs of one transaction: bounds how long other processes wait for their turn.</summary>
    private const int MaxBatch = 128;

    /// <summary>A row of one job that the database does not take (SQLITE_CONSTRAINT). Every other error is the database's, and the same for all.</summary>
    private const int Constraint = 19;

    private readonly Func<Task<ValidationContext>> open;
    private readonly BatchLoop<IWriteJob> loop;
    private readonly WriterTurn turn;
    private ValidationContext? context;

    /// <param name="open">Opens a connection.</param>
    /// <param name="turn">Whose turn it is among the processes; disposed with the writer.</param>
    public SqliteWriter(Func<Task<ValidationContext>> open, WriterTurn turn)
    {
        this.open = open;
        this.turn = turn;
        loop = new BatchLoop<IWriteJob>(MaxBatch, RunBatchAsync, (job, cause) => job.Fail(cause));
    }

    public async Task<T> RunAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation)
    {
        var job = new WriteJob<T>(work, cancellation);
        await loop.AddAsync(job, cancellation).ConfigureAwait(false);
        return await job.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await loop.DisposeAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    /// <summary>One bad job takes the batch back; then each runs alone, so that it fails alone. Not when the database cannot write: each would wait
    /// for that anew.</summary>
    private async Task RunBatchAsync(List<IWriteJob> batch)
    {
        batch.RemoveAll(job => job.IsCancelled);
        if (batch.Count == 0 || await TryCommitAsync(batch).ConfigureAwait(false) is not { } cause)
        {
            return;
        }

        if (batch.Count == 1 || StorageFault.Of(cause) is SqliteException { SqliteErrorCode: not Constraint })
        {
            await FailAsync(batch, cause).ConfigureAwait(false);
            return;
        }

        foreach (IWriteJob job in batch)
        {
            if (await TryCommitAsync([job]).ConfigureAwait(false) is { } own)
            {
                await FailAsync([job], own).ConfigureAwait(false);
            }
        }
    }

    private async Task FailAsync(List<IWriteJob> jobs, Exception cause)
    {
        if (StorageFault.Of(cause) is { } fault)
        {
            // The connection may be what is broken: the next job gets a new one.
            await CloseAsync().ConfigureAwait(false);
            cause = new StorageException(SqliteDatabase.CannotWrite, fault);
        }

        jobs.ForEach(job => job.Fail(cause));
    }

#pragma warning disable CA1031 // Whatever a job throws belongs to that job's caller; the writer goes on.
    private async Task<Exception?> TryCommitAsync(IReadOnlyList<IWriteJob> batch)
    {
        try
        {
            await turn.TakeAsync().ConfigureAwait(false);
            context ??= await open().ConfigureAwait(false);
            using SqliteTransaction transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: false);
            await context.Database.UseTransactionAsync(transaction).ConfigureAwait(false);
            foreach (IWriteJob job in batch)
            {
                await job.RunAsync(context).ConfigureAwait(false);
            }

            transaction.Commit();
        }
        catch (Exception cause)
        {
            return cause;
        }
        finally
        {
            turn.Give();
            if (context is not null)
            {
                await context.Database.UseTransactionAsync(null).ConfigureAwait(false);
                context.ChangeTracker.Clear();
            }
        }

        foreach (IWriteJob job in batch)
        {
            job.Answer();
        }

        return null;
    }
#pragma warning restore CA1031

    private async Task CloseAsync()
    {
        if (context is not null)
        {
            await context.DisposeAsync().ConfigureAwait(false);
            context = null;
        }
    }
}
