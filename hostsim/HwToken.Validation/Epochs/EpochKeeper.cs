using System.Threading.Channels;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Epochs;

/// <summary>Moves the epoch on: at once when the service is used after a pause, then once a minute while it is used, and at the end.</summary>
internal sealed class EpochKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> used = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource end = new();
    private readonly IDatabase database;
    private readonly EpochFile file;
    private readonly TimeProvider time;
    private readonly TimeProvider clock;
    private readonly Task loop;
    private int isDisposed;

    /// <param name="database">The database.</param>
    /// <param name="file">The file beside the key file.</param>
    /// <param name="time">Measures the pauses.</param>
    /// <param name="clock">The server's clock, see <see cref="ServiceRow.LatestAt"/>.</param>
    public EpochKeeper(IDatabase database, EpochFile file, TimeProvider time, TimeProvider clock)
    {
        this.clock = clock;
        this.database = database;
        this.file = file;
        this.time = time;
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Something happened that a restored database would not know: a code was accepted, a credential or key was revoked.</summary>
    public void NoteUse() => used.Writer.TryWrite(true);

    /// <summary>Moves the epoch of the database on, then that of the file.</summary>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    /// <exception cref="KeyHolderException">The file cannot be written.</exception>
    public async Task<EpochMark> MoveAsync(CancellationToken cancellation)
    {
        EpochMark mark = await database.WriteAsync(
            async context =>
            {
                long at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                await context.Service.ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.Epoch, one => one.Epoch + 1).SetProperty(one => one.LatestAt, one => one.LatestAt > at ? one.LatestAt : at), cancellation).ConfigureAwait(false);
                ServiceRow now = await context.Service.SingleAsync(cancellation).ConfigureAwait(false);
                return new EpochMark(now.Name, now.Epoch);
            },
            cancellation).ConfigureAwait(false);
        file.Raise(mark);
        return mark;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) != 0)
        {
            return;
        }

        await end.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        if (used.Reader.TryRead(out _))
        {
            await TryMoveAsync().ConfigureAwait(false);
        }

        end.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (await used.Reader.WaitToReadAsync(end.Token).ConfigureAwait(false))
            {
                used.Reader.TryRead(out _);
                await TryMoveAsync().ConfigureAwait(false);
                await Task.Delay(Pause, time, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    /// <summary>Where it fails, the next use tries again: a mark that is late only lets an older copy pass.</summary>
    private async Task TryMoveAsync()
    {
        try
        {
            await MoveAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StorageException or KeyHolderException)
        {
            NoteUse();
        }
    }
}
