using HwToken.Validation.Storage;

namespace HwToken.Validation.Audit;

/// <summary>The service's own chain: imports, API keys, rotations. Rare, so one row orders them all.</summary>
internal sealed class ServiceChain(AuditChain chain, TimeProvider time)
{
    private const string Take = "UPDATE chains SET seq = seq + 1 WHERE name = '' RETURNING seq, head";
    private const string Append =
        "UPDATE chains SET head = @mac WHERE name = ''; "
        + "INSERT INTO audit (credential_id, seq, at, actor, event, outcome, factor, drift_ms, detail, mac) "
        + "VALUES ('', @seq, @at, @actor, @event, @outcome, -1, 0, @detail, @mac)";

    /// <summary>Appends in the transaction of the session.</summary>
    public async Task AppendAsync(DbSession session, string actor, string what, string outcome, string detail)
    {
        long at = time.GetUtcNow().ToUnixTimeMilliseconds();
        List<(long Sequence, byte[] Head)> taken = await session.ListAsync(Take, row => (row.GetInt64(0), (byte[])row.GetValue(1))).ConfigureAwait(false);
        var entry = new AuditEntry("", taken[0].Sequence, at, actor, what, outcome, AuditEntry.NoFactor, 0, detail);
        await session.ExecuteAsync(
            Append, ("mac", chain.Next(taken[0].Head, entry)), ("seq", entry.Sequence), ("at", at), ("actor", actor), ("event", what), ("outcome", outcome), ("detail", detail)).ConfigureAwait(false);
    }
}
