using System.Threading.Channels;

namespace HwToken.Validation.Storage;

/// <summary>Takes what is waiting and has it done in one go, again and again: while one batch waits for the disk, the next one gathers.</summary>
/// <typeparam name="TJob">What waits.</typeparam>
internal sealed class BatchLoop<TJob> : IAsyncDisposable
{
    private readonly Channel<TJob> jobs = Channel.CreateUnbounded<TJob>(new UnboundedChannelOptions { SingleReader = true });
    private readonly int most;
    private readonly Func<List<TJob>, Task> run;
    private readonly Action<TJob, Exception> fail;
    private readonly Task loop;

    /// <param name="most">Most jobs of a batch.</param>
    /// <param name="run">Does a batch; answers or fails every job of it.</param>
    /// <param name="fail">Fails a job of a batch that threw all the same: nobody is to wait for ever.</param>
    public BatchLoop(int most, Func<List<TJob>, Task> run, Action<TJob, Exception> fail)
    {
        this.most = most;
        this.run = run;
        this.fail = fail;
        loop = Task.Run(LoopAsync);
    }

    public ValueTask AddAsync(TJob job, CancellationToken cancellation) => jobs.Writer.WriteAsync(job, cancellation);

    /// <summary>Does what is still waiting, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        jobs.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        while (await jobs.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<TJob>();
            while (batch.Count < most && jobs.Reader.TryRead(out TJob? job))
            {
                batch.Add(job);
            }

#pragma warning disable CA1031 // Whatever it is, the loop goes on.
            try
            {
                await run(batch).ConfigureAwait(false);
            }
            catch (Exception cause)
            {
                batch.ForEach(job => fail(job, cause));
            }
#pragma warning restore CA1031
        }
    }
}
