using HwToken.Validation.Storage;

namespace HwToken.Validation.Audit;

/// <summary>Reads and verifies the audit.</summary>
public sealed class AuditTrail
{
    private const int MaxPage = 1000;
    private const int Chunk = 10_000;
    private const string Page = "SELECT " + AuditRows.Columns + " FROM audit WHERE id < @before ORDER BY id DESC LIMIT @limit";
    private const string PageOf = "SELECT " + AuditRows.Columns + " FROM audit WHERE credential_id = @credential AND id < @before ORDER BY id DESC LIMIT @limit";

    private const string InOrder =
        "SELECT " + AuditRows.Columns + " FROM audit WHERE (credential_id, seq) > (@credential, @seq) ORDER BY credential_id, seq LIMIT @limit";

    private readonly IDatabase database;
    private readonly AuditChain chain;

    internal AuditTrail(IDatabase database, AuditChain chain)
    {
        this.database = database;
        this.chain = chain;
    }

    /// <summary>Reads entries, newest first.</summary>
    /// <param name="credentialId">One credential's, normalised; null for all.</param>
    /// <param name="before">Where to read on (<see cref="AuditPage.Before"/>); null for the newest.</param>
    /// <param name="limit">1 to 1000 entries.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<AuditPage> ReadAsync(string? credentialId, long? before, int limit, CancellationToken cancellation = default)
    {
        limit = Math.Clamp(limit, 1, MaxPage);
        List<AuditRecord> rows = await database.ReadAsync(
            session => credentialId is null
                ? session.ListAsync(Page, AuditRows.Read, ("before", before ?? long.MaxValue), ("limit", limit))
                : session.ListAsync(PageOf, AuditRows.Read, ("before", before ?? long.MaxValue), ("limit", limit), ("credential", credentialId)),
            cancellation).ConfigureAwait(false);
        return new AuditPage([.. rows.Select(row => row.Entry)], rows.Count == limit ? rows[^1].Number : null);
    }

    /// <summary>Recomputes every chain and compares it with its head, on one snapshot; the service may go on meanwhile.</summary>
    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellation = default) => database.ReadAsync(
        async session =>
        {
            var verifier = new AuditVerifier(chain);
            (string credential, long sequence) = ("", 0L);
            while (true)
            {
                List<AuditRecord> rows = await session.ListAsync(
                    InOrder, AuditRows.Read, ("credential", credential), ("seq", sequence), ("limit", Chunk)).ConfigureAwait(false);
                rows.ForEach(verifier.Add);
                if (rows.Count < Chunk)
                {
                    break;
                }

                (credential, sequence) = (rows[^1].Entry.CredentialId, rows[^1].Entry.Sequence);
            }

            return await CompareHeadsAsync(session, verifier).ConfigureAwait(false);
        },
        cancellation);

    private static async Task<AuditVerdict> CompareHeadsAsync(DbSession session, AuditVerifier verifier)
    {
        await session.ListAsync(
            "SELECT seq, head FROM chains WHERE name = ''",
            row =>
            {
                verifier.Head("", row.GetInt64(0), (byte[])row.GetValue(1), 0);
                return true;
            }).ConfigureAwait(false);
        string from = "";
        while (true)
        {
            List<string> ids = await session.ListAsync(
                "SELECT id, audit_seq, audit_head, next_factor FROM credentials WHERE id > @from ORDER BY id LIMIT @limit",
                row =>
                {
                    verifier.Head(row.GetString(0), row.GetInt64(1), (byte[])row.GetValue(2), row.GetInt64(3));
                    return row.GetString(0);
                },
                ("from", from),
                ("limit", Chunk)).ConfigureAwait(false);
            if (ids.Count < Chunk)
            {
                return verifier.Verdict();
            }

            from = ids[^1];
        }
    }
}
