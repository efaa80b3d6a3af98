using HwToken.Validation.Epochs;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Health;

/// <summary>Whether the service can do its work: a write reached the disk lately (database and epoch file), and the key file fits the database.</summary>
public sealed class Readiness
{
    /// <summary>So long a good answer stands: whoever asks often costs no write each time.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromSeconds(5);

    /// <summary>A write that takes longer is none that people wait for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly IDatabase database;
    private readonly EpochKeeper? epoch;
    private readonly ValidationOptions options;
    private Task<NotReady?>? probe;
    private long? wentWellAt;

    internal Readiness(IDatabase database, EpochKeeper? epoch, ValidationOptions options)
    {
        this.database = database;
        this.epoch = epoch;
        this.options = options;
    }

    /// <summary>Looks, or tells what was found within <see cref="Lately"/>. However many ask, one write is under way at a time.</summary>
    /// <param name="cancellation">Ends the wait, not the look.</param>
    /// <returns>Null: ready.</returns>
    public async Task<NotReady?> CheckAsync(CancellationToken cancellation = default)
    {
        Task<NotReady?> look;
        lock (gate)
        {
            if (wentWellAt is { } at && options.Time.GetElapsedTime(at) < Lately)
            {
                return null;
            }

            look = probe is { IsCompleted: false } ? probe : probe = Task.Run(LookAsync, CancellationToken.None);
        }

        try
        {
            return await look.WaitAsync(Patience, options.Time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return NotReady.NoWrite;
        }
    }

    private async Task<NotReady?> LookAsync()
    {
        NotReady? found = await FindAsync().ConfigureAwait(false);
        lock (gate)
        {
            wentWellAt = found is null ? options.Time.GetTimestamp() : null;
        }

        return found;
    }

    private async Task<NotReady?> FindAsync()
    {
        try
        {
            (string name, List<Storage.Model.KeyCheckRow> checks) = await database.ReadAsync(
                async context => (await context.Service.Select(row => row.Name).SingleAsync().ConfigureAwait(false), await context.KeyChecks.ToListAsync().ConfigureAwait(false)),
                CancellationToken.None).ConfigureAwait(false);
            if (!KeyCheck.Fits(KeyRingFile.Read(options.KeyFilePath), name, checks))
            {
                return NotReady.WrongKey;
            }
        }
        catch (StorageException)
        {
            return NotReady.NoDatabase;
        }
        catch (Exception e) when (e is KeyHolderException or InvalidOperationException)
        {
            return NotReady.WrongKey;
        }

        return await WriteAsync().ConfigureAwait(false);
    }

    /// <summary>The epoch is what a restore is told by, so that moving it is never for nothing.</summary>
    private async Task<NotReady?> WriteAsync()
    {
        try
        {
            if (epoch is not null)
            {
                await epoch.MoveAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception e) when (e is StorageException or KeyHolderException or IOException or UnauthorizedAccessException)
        {
            return NotReady.NoWrite;
        }
    }
}
