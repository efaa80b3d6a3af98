using System.Data;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage.Attempts;
using Npgsql;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>
/// Attempts in batches: all that is waiting is claimed in one round trip, compared, recorded in a second one, and committed (group commit). Rows are taken in the order of their IDs, so that no two processes wait for each other.
/// </summary>
internal sealed class PostgresAttempts : IAttemptStore, IAsyncDisposable
{
    /// <summary>Most attempts of one transaction: bounds how long its rows stay locked.</summary>
    private const int MaxBatch = 64;

    /// <summary>Batches under way at once: while one waits for the disk, the other one computes.</summary>
    private const int Lanes = 2;

    private readonly NpgsqlDataSource source;
    private readonly AttemptSteps steps;
    private readonly BatchLoop<AttemptJob>[] lanes;

    public PostgresAttempts(NpgsqlDataSource source, AttemptSteps steps)
    {
        this.source = source;
        this.steps = steps;
        lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new BatchLoop<AttemptJob>(MaxBatch, RunBatchAsync, (job, cause) => job.Fail(cause)))];
    }

    /// <summary>A credential has its lane: two of its attempts never wait for each other's lock in two transactions of one process.</summary>
    public async Task<AttemptOutcome> AttemptAsync(AttemptRequest request, CancellationToken cancellation)
    {
        var job = new AttemptJob(request, cancellation);
        uint lane = (uint)request.CredentialId.GetHashCode(StringComparison.Ordinal) % Lanes;
        await lanes[lane].AddAsync(job, cancellation).ConfigureAwait(false);
        return await job.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (BatchLoop<AttemptJob> lane in lanes)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }
    }

#pragma warning disable CA1031 // Whatever an attempt throws belongs to its caller; the lane goes on.
    /// <summary>One bad attempt takes the batch back; then each runs alone, so that it fails alone. Not when the database is out of reach (each would
    /// wait for that anew), nor when the commit may have been done.</summary>
    private async Task RunBatchAsync(List<AttemptJob> batch)
    {
        batch.RemoveAll(job => job.IsCancelled);
        if (batch.Count == 0)
        {
            return;
        }

        var last = new TransactionProgress();
        try
        {
            await PostgresDatabase.RetryAsync(progress => CommitAsync(batch, last = progress)).ConfigureAwait(false);
            return;
        }
        catch (Exception cause) when (batch.Count == 1 || (cause is StorageException && (last.IsCommitSent || cause.InnerException is not PostgresException)))
        {
            batch.ForEach(job => job.Fail(cause));
            return;
        }
        catch (Exception)
        {
            // Taken back as a whole.
        }

        foreach (AttemptJob job in batch)
        {
            await RunBatchAsync([job]).ConfigureAwait(false);
        }
    }
#pragma warning restore CA1031

    /// <summary>One transaction; answers when it is on the disk.</summary>
    private async Task<bool> CommitAsync(IReadOnlyList<AttemptJob> batch, TransactionProgress progress)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        progress.IsConnected = true;
        await using (connection.ConfigureAwait(false))
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                List<AttemptWave> waves = AttemptWave.Split(batch);
                foreach (AttemptWave wave in waves)
                {
                    await wave.RunAsync(connection, transaction, steps).ConfigureAwait(false);
                }

                progress.IsCommitSent = true;
                await transaction.CommitAsync().ConfigureAwait(false);
                waves.ForEach(wave => wave.Answer());
                return true;
            }
        }
    }
}
