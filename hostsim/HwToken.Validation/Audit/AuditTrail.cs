using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Audit;

/// <summary>Reads and verifies the audit.</summary>
public sealed class AuditTrail
{
    private const int MaxPage = 1000;

    private readonly IDatabase database;
    private readonly AuditChain chain;
    private readonly RowMac macs;

    internal AuditTrail(IDatabase database, AuditChain chain, RowMac macs)
    {
        this.macs = macs;
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
        long below = before ?? long.MaxValue;
        List<AuditRow> rows = await database.ReadAsync(
            context =>
            {
                IQueryable<AuditRow> entries = context.Audit.Where(row => row.Id < below);
                entries = credentialId is null ? entries : entries.Where(row => row.CredentialId == credentialId);
                return entries.OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellation);
            },
            cancellation).ConfigureAwait(false);
        return new AuditPage([.. rows.Select(row => row.ToEntry())], rows.Count == limit ? rows[^1].Id : null);
    }

    /// <summary>Recomputes every chain, compares it with its head and its entries with the API keys and operators that are in force, and recomputes the MACs of all rows, on one snapshot; the
    /// service may go on meanwhile. Rows are read one after the other: memory does not grow with the trail.</summary>
    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellation = default) => database.ReadAsync(
        async context =>
        {
            var verifier = new AuditVerifier(chain);
            IQueryable<AuditRow> inOrder = context.Audit.OrderBy(row => row.CredentialId).ThenBy(row => row.Seq);
            await foreach (AuditRow row in inOrder.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.Add(row.ToEntry(), row.Mac);
            }

            await foreach (ChainRow head in context.Chains.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.Head(head.Name, head.Seq, head.Head, 0, macs.Fits(head));
            }

            await foreach (Credential row in context.Credentials.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.Head(row.Id, row.AuditSeq, row.AuditHead, row.NextFactor, macs.Fits(row));
            }

            await foreach (ApiKeyRow row in context.ApiKeys.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.ApiKey(row.Id, row.RevokedAt == 0, macs.Fits(row));
            }

            await foreach (OperatorRow row in context.Operators.OrderBy(row => row.Name).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.Operator(row.Name, row.Stamp, macs.Fits(row));
            }

            await foreach (SessionRow row in context.Sessions.OrderBy(row => row.Operator).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                verifier.Session(row.Operator, macs.Fits(row));
            }

            return verifier.Verdict();
        },
        cancellation);
}
