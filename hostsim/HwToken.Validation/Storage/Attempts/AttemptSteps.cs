using HwToken.Core.Otp;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>
/// The steps of an attempt: claim, compare, record. Each says which statement is next; who runs them, one by one or many in a batch, lets claim
/// and record commit together: if the process dies between them, nobody has had an answer either.
/// </summary>
internal sealed class AttemptSteps(ValidationRules rules, AuditChain chain, IKeyHolder keys)
{
    /// <summary>Runs the steps one after the other in the transaction of <paramref name="runner"/>.</summary>
    public async Task<AttemptOutcome> RunAsync(StatementRunner runner, AttemptRequest request)
    {
        if (await runner.ReadAsync(Claim(request)).ConfigureAwait(false) is not { } claimed)
        {
            return Refuse(request, await runner.ReadAsync(Standing(request)).ConfigureAwait(false));
        }

        AttemptRecord record = Record(request, claimed, Compare(request, claimed));
        if (await runner.ExecuteAsync(record.Statement).ConfigureAwait(false) == AttemptRecord.Rows)
        {
            return record.Outcome;
        }

        AttemptRecord replayed = Replayed(request, claimed);
        await runner.ExecuteAsync(replayed.Statement).ConfigureAwait(false);
        return replayed.Outcome;
    }

    /// <summary>First: the attempt is counted. Yields the credential, or nothing when the attempt may not be made.</summary>
    public Statement Claim(AttemptRequest request)
    {
        CredentialState wanted = request.Kind == AttemptKind.Activate ? CredentialState.Inactive : CredentialState.Active;
        return new Statement(
            AttemptSql.Claim, null, ("id", request.CredentialId), ("state", (int)wanted), ("max", rules.MaxFailures), ("now", request.Seconds));
    }

    /// <summary>Second, when nothing was claimed: how the credential stands. One statement, as <see cref="Record"/> is.</summary>
    public static Statement Standing(AttemptRequest request) => new(AttemptSql.Select, null, ("id", request.CredentialId));

    /// <summary>The answer when nothing was claimed.</summary>
    public AttemptOutcome Refuse(AttemptRequest request, Credential? standing)
    {
        // The comparison is made all the same, and its result thrown away: how long an answer takes tells nobody which IDs exist.
        _ = Compare(request, standing ?? Decoy.For(request, keys));
        return new AttemptOutcome.Rejected(standing is null
            ? RejectReason.UnknownCredential
            : AttemptRules.Refusal(standing, request.Kind, request.Seconds, rules) ?? RejectReason.Locked);
    }

    /// <summary>The comparison: opens the secret for its time, and asks the rules.</summary>
    public Decision Compare(AttemptRequest request, Credential credential)
    {
        using ICodeSource codes = keys.Open(credential.Id, credential.Sealed, credential.Parameters);
        return AttemptRules.Decide(credential, codes, request.Codes, request.Seconds, rules);
    }

    /// <summary>Second, when the attempt was claimed and compared: what is written of it.</summary>
    public AttemptRecord Record(AttemptRequest request, Credential claimed, Decision decision) => decision switch
    {
        Decision.Accept accept => Accepted(request, claimed, accept),
        Decision.Reject reject => Rejected(request, claimed, reject.Reason),
        _ => throw new InvalidOperationException("A decision is to accept or to reject."),
    };

    /// <summary>Third, only when the record took no effect: somebody else has moved the factor behind this code.</summary>
    public AttemptRecord Replayed(AttemptRequest request, Credential claimed) => Rejected(request, claimed, RejectReason.Replayed);

    private AttemptRecord Accepted(AttemptRequest request, Credential claimed, Decision.Accept accept)
    {
        bool isTotp = claimed.Type == OtpType.Totp;
        long measured = isTotp ? (long)(1000 * DriftModel.Measure(accept.Last, request.Seconds, claimed.PeriodSeconds)) : 0;
        AuditEntry entry = Entry(request, claimed, "accepted") with { Factor = accept.Last, DriftMilliseconds = measured };
        var statement = new Statement(
            AttemptSql.Accept,
            AttemptSql.AppendIfMoved,
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
            ]);
        return new AttemptRecord(statement, new AttemptOutcome.Accepted(accept.Last, isTotp ? accept.Drift.OffsetSeconds : 0, accept.Drift.RatePpm));
    }

    private AttemptRecord Rejected(AttemptRequest request, Credential claimed, RejectReason reason)
    {
        bool locks = claimed.Failures >= rules.MaxFailures;
        AuditEntry entry = Entry(request, claimed, reason.ToString()) with { Detail = locks ? "locked" : "" };
        return new AttemptRecord(
            new Statement(AttemptSql.Reject, AttemptSql.AppendIfMoved, [.. EntryValues(entry, claimed), ("lockedAt", locks ? request.At : 0L)]),
            new AttemptOutcome.Rejected(reason));
    }

    private static AuditEntry Entry(AttemptRequest request, Credential credential, string outcome) => new(
        credential.Id, credential.AuditSeq + 1, request.At, request.Actor, request.Kind.ToString().ToLowerInvariant(), outcome, AuditEntry.NoFactor, 0, "");

    /// <summary>The values that both recording statements share: the entry, its MAC and the place in the chain.</summary>
    private (string Name, object Value)[] EntryValues(AuditEntry entry, Credential credential) =>
    [
        ("id", entry.CredentialId),
        ("seq", credential.AuditSeq),
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
}
