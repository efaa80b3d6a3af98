using HwToken.Validation.Audit;
using HwToken.Validation.Storage;

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
        int sealedAnew = 0;
        int moved;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            moved = await database.WriteAsync(session => ResealAsync(session, newest), cancellation).ConfigureAwait(false);
            sealedAnew += moved;
        }
        while (moved > 0);

        await database.WriteAsync(
            async session =>
            {
                await chain.AppendAsync(session, actor, "key-rotate", "done", $"master {newest}, {sealedAnew} secrets").ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        long needed = await database.ReadAsync(
            session => session.NumberAsync("SELECT COUNT(*) FROM credentials WHERE secret_key < @key", ("key", newest - 1)), cancellation).ConfigureAwait(false);
        if (needed == 0)
        {
            keys.DropBefore(newest - 1);
        }

        return sealedAnew;
    }

    private async Task<int> ResealAsync(DbSession session, int newest)
    {
        List<(string Id, SealedSecret Secret)> rows = await session.ListAsync(
            "SELECT id, secret_key, secret FROM credentials WHERE secret_key < @key LIMIT @limit",
            row => (row.GetString(0), new SealedSecret(row.GetInt32(1), (byte[])row.GetValue(2))),
            ("key", newest),
            ("limit", Chunk)).ConfigureAwait(false);
        foreach ((string id, SealedSecret secret) in rows)
        {
            SealedSecret anew = keys.Reseal(id, secret);
            await session.ExecuteAsync(
                CredentialSql.Reseal, ("keyId", anew.KeyId), ("secret", anew.Bytes), ("id", id), ("was", secret.KeyId)).ConfigureAwait(false);
        }

        return rows.Count;
    }
}
