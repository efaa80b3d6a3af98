using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace HwToken.Validation.Storage;

/// <summary>
/// The one writer of a process: takes what is waiting, runs it in one transaction, commits once, and only then answers anybody
/// (group commit). SQLite lets one writer in at a time anyway; waiting for the disk once for many is what makes it quick.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Most jobs of one transaction: bounds how long other processes wait for their turn.</summary>
    private const int MaxBatch = 128;

    private readonly Channel<IWriteJob> jobs = Channel.CreateUnbounded<IWriteJob>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<bool, Task<DbSession>> open;
    private readonly Task loop;
    private readonly WriterTurn turn;
    private DbSession? session;

    public SqliteWriter(Func<bool, Task<DbSession>> open, string databasePath)
    {
        this.open = open;
        turn = new WriterTurn(databasePath);
        loop = Task.Factory.StartNew(LoopAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public async Task<T> RunAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation)
    {
        var job = new WriteJob<T>(work, cancellation);
        await jobs.Writer.WriteAsync(job, cancellation).ConfigureAwait(false);
        return await job.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        jobs.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    private async Task LoopAsync()
    {
        var batch = new List<IWriteJob>(MaxBatch);
        while (await jobs.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < MaxBatch && jobs.Reader.TryRead(out IWriteJob? job))
            {
                if (!job.IsCancelled)
                {
                    batch.Add(job);
                }
            }

            await RunBatchAsync(batch).ConfigureAwait(false);
        }
    }

    /// <summary>One bad job takes the batch back; then each runs alone, so that it fails alone.</summary>
    private async Task RunBatchAsync(List<IWriteJob> batch)
    {
        if (batch.Count == 0 || await TryCommitAsync(batch).ConfigureAwait(false) is not { } cause)
        {
            return;
        }

        if (batch.Count == 1)
        {
            await FailAsync(batch[0], cause).ConfigureAwait(false);
            return;
        }

        foreach (IWriteJob job in batch)
        {
            if (await TryCommitAsync([job]).ConfigureAwait(false) is { } own)
            {
                await FailAsync(job, own).ConfigureAwait(false);
            }
        }
    }

    private async Task FailAsync(IWriteJob job, Exception cause)
    {
        if (cause is DbException)
        {
            // The connection may be what is broken: the next job gets a new one.
            await CloseAsync().ConfigureAwait(false);
            cause = new StorageException("The SQLite file cannot be written.", cause);
        }

        job.Fail(cause);
    }

#pragma warning disable CA1031 // Whatever a job throws belongs to that job's caller; the writer goes on.
    private async Task<Exception?> TryCommitAsync(IReadOnlyList<IWriteJob> batch)
    {
        turn.Take();
        try
        {
            session ??= await open(true).ConfigureAwait(false);
            using SqliteTransaction transaction = ((SqliteConnection)session.Connection).BeginTransaction(deferred: false);
            session.Transaction = transaction;
            foreach (IWriteJob job in batch)
            {
                await job.RunAsync(session).ConfigureAwait(false);
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
            if (session is not null)
            {
                session.Transaction = null;
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
        if (session is not null)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            session = null;
        }
    }
}
