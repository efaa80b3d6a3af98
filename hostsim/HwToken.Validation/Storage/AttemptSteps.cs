using HwToken.Core.Otp;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage;

/// <summary>The steps of an attempt inside a transaction: claim, compare, record.</summary>
internal sealed class AttemptSteps(ValidationRules rules, AuditChain chain, IKeyHolder keys)
{
    /// <summary>Claim, comparison and record commit together: if the process dies between them, nobody has had an answer either.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="request">Whose attempt, and what for.</param>
    /// <param name="decide">Compares the codes.</param>
    /// <param name="isAll">True: nothing else belongs to the transaction, so its commit may go along with the record.</param>
    public async Task<AttemptOutcome> RunAsync(DbSession session, AttemptRequest request, Func<CredentialSnapshot, Decision> decide, bool isAll = false)
    {
        CredentialState wanted = request.Kind == AttemptKind.Activate ? CredentialState.Inactive : CredentialState.Active;
        CredentialSnapshot? claimed = await session.FirstAsync(
            CredentialSql.Claim, CredentialSql.Read, ("id", request.CredentialId), ("state", (int)wanted), ("max", rules.MaxFailures), ("now", request.Seconds)).ConfigureAwait(false);
        if (claimed is null)
        {
            CredentialSnapshot? standing = await session.FirstAsync(
                isAll ? session.WithCommit(CredentialSql.Select) : CredentialSql.Select, CredentialSql.Read, ("id", request.CredentialId)).ConfigureAwait(false);

            // The comparison is made all the same, and its result thrown away: how long an answer takes tells nobody which IDs exist.
            _ = decide(standing ?? Decoy.For(request, keys));
            return new AttemptOutcome.Rejected(standing is null
                ? RejectReason.UnknownCredential
                : AttemptRules.Refusal(standing, request.Kind, request.Seconds, rules) ?? RejectReason.Locked);
        }

        Decision decision = decide(claimed);
        return decision is Decision.Accept accept && await AcceptAsync(session, request, claimed, accept, isAll).ConfigureAwait(false)
            ? new AttemptOutcome.Accepted(accept.Last, claimed.Parameters.Type == OtpType.Totp ? accept.Drift.OffsetSeconds : 0, accept.Drift.RatePpm)
            : await RejectAsync(session, request, claimed, decision is Decision.Reject reject ? reject.Reason : RejectReason.Replayed, isAll).ConfigureAwait(false);
    }

    private async Task<bool> AcceptAsync(DbSession session, AttemptRequest request, CredentialSnapshot claimed, Decision.Accept accept, bool isAll)
    {
        long measured = claimed.Parameters.Type == OtpType.Totp
            ? (long)(1000 * DriftModel.Measure(accept.Last, request.Seconds, claimed.Parameters.PeriodSeconds))
            : 0;
        AuditEntry entry = Entry(request, claimed, "accepted") with { Factor = accept.Last, DriftMilliseconds = measured };
        int rows = await session.ExecuteAsync(
            isAll ? session.WithCommit(CredentialSql.Accept) : CredentialSql.Accept,
            [
                .. EntryValues(entry, claimed),
                ("next", accept.Last + 1),
                ("first", accept.First),
                ("was", (int)claimed.State),
                ("state", (int)CredentialState.Active),
                ("activatedAt", claimed.ActivatedAt == 0 ? request.At : claimed.ActivatedAt),
                ("offset", accept.Drift.OffsetSeconds),
                ("rate", accept.Drift.RatePpm),
                ("offsetVariance", accept.Drift.OffsetVariance),
                ("covariance", accept.Drift.Covariance),
                ("rateVariance", accept.Drift.RateVariance),
                ("driftAt", accept.Drift.MeasuredAt),
            ]).ConfigureAwait(false);
        return rows == 2;
    }

    private async Task<AttemptOutcome> RejectAsync(DbSession session, AttemptRequest request, CredentialSnapshot claimed, RejectReason reason, bool isAll)
    {
        bool locks = claimed.Failures >= rules.MaxFailures;
        AuditEntry entry = Entry(request, claimed, reason.ToString()) with { Detail = locks ? "locked" : "" };
        await session.ExecuteAsync(isAll ? session.WithCommit(CredentialSql.Reject) : CredentialSql.Reject, [.. EntryValues(entry, claimed), ("lockedAt", locks ? request.At : 0L)]).ConfigureAwait(false);
        return new AttemptOutcome.Rejected(reason);
    }

    /// <summary>The values that every recording statement shares: the entry, its MAC and the place in the chain.</summary>
    public (string Name, object Value)[] EntryValues(AuditEntry entry, CredentialSnapshot credential) =>
    [
        ("id", entry.CredentialId),
        ("seq", credential.AuditSequence),
        ("newSeq", entry.Sequence),
        ("newHead", chain.Next(credential.AuditHead, entry)),
        ("at", entry.At),
        ("actor", entry.Actor),
        ("event", entry.Event),
        ("outcome", entry.Outcome),
        ("factor", entry.Factor),
        ("driftMs", entry.DriftMilliseconds),
        ("detail", entry.Detail),
    ];

    private static AuditEntry Entry(AttemptRequest request, CredentialSnapshot credential, string outcome) => new(
        credential.Id, credential.AuditSequence + 1, request.At, request.Actor, request.Kind.ToString().ToLowerInvariant(), outcome, AuditEntry.NoFactor, 0, "");
}
