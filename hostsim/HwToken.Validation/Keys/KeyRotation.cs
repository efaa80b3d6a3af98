using HwToken.Validation.Audit;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Keys;

/// <summary>Rotates the master key: a new key into the file, every secret sealed anew, old keys out of the file. Works beside running servers,
/// and can be run again after a crash.</summary>
public sealed class KeyRotation
{
    private const int Chunk = 500;

    private readonly IDatabase database;
    private readonly FileKeyHolder keys;
    private readonly ServiceChain chain;

    internal KeyRotation(IDatabase database, FileKeyHolder keys, ServiceChain chain)
    {
        this.database = database;
        this.keys = keys;
        this.chain = chain;
    }

    /// <summary>Rotates. The key before the new one stays in the file until the next rotation: a server may be sealing an import under it
    /// just now. Older ones go when no secret needs them.</summary>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellation">Stops between two chunks; run it again to finish.</param>
    /// <returns>Number of secrets that were sealed anew.</returns>
    /// <exception cref="KeyHolderException">A secret does not open; the keys are all still in the file.</exception>
    public async Task<int> RotateAsync(string actor, CancellationToken cancellation = default)
    {
        keys.AddKey();
        int newest = keys.Ring.Newest;
        await NoteAsync(newest, cancellation).ConfigureAwait(false);
        int sealedAnew = 0;
        int moved;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            moved = await database.WriteAsync(context => ResealAsync(context, newest, cancellation), cancellation).ConfigureAwait(false);
            sealedAnew += moved;
        }
        while (moved > 0);

        await database.WriteAsync(
            async context =>
            {
                await chain.AppendAsync(context, actor, "key-rotate", "done", $"master {newest}, {sealedAnew} secrets").ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        bool areOldNeeded = await database.ReadAsync(
            context => context.Credentials.AnyAsync(row => row.SecretKey < newest - 1, cancellation), cancellation).ConfigureAwait(false);
        if (!areOldNeeded)
        {
            await database.WriteAsync(
                context => context.KeyChecks.Where(row => row.Key != KeyCheck.Audit && row.Key < newest - 1).ExecuteDeleteAsync(cancellation), cancellation).ConfigureAwait(false);
            keys.DropBefore(newest - 1);
        }

        return sealedAnew;
    }

    /// <summary>Before anything is sealed under a new key, the database knows how to tell it.</summary>
    private Task<int> NoteAsync(int number, CancellationToken cancellation) => database.WriteAsync(
        async context =>
        {
            ServiceRow service = await context.Service.SingleAsync(cancellation).ConfigureAwait(false);
            context.KeyChecks.Add(KeyCheck.Of(number, keys.Ring.Masters[number], service.Name));
            return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>In the order of the IDs, as attempts take their rows: neither waits for the other in a circle.</summary>
    private async Task<int> ResealAsync(ValidationContext context, int newest, CancellationToken cancellation)
    {
        var rows = await context.Credentials.Where(row => row.SecretKey < newest).OrderBy(row => row.Id).Take(Chunk)
            .Select(row => new { row.Id, row.SecretKey, row.Secret }).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var row in rows)
        {
            SealedSecret anew = keys.Reseal(row.Id, new SealedSecret(row.SecretKey, row.Secret));
            await context.Credentials.Where(one => one.Id == row.Id && one.SecretKey == row.SecretKey)
                .ExecuteUpdateAsync(one => one.SetProperty(to => to.SecretKey, anew.KeyId).SetProperty(to => to.Secret, anew.Bytes), cancellation).ConfigureAwait(false);
        }

        return rows.Count;
    }
}
