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
/// <param name="rules">Windows and limits.</param>
/// <param name="chain">MACs the entries of the audit.</param>
/// <param name="macs">MACs the rows.</param>
/// <param name="key">Key of the digests of refused codes.</param>
/// <param name="keys">Opens secrets.</param>
/// <param name="onUse">Told when a code is accepted.</param>
internal sealed class AttemptSteps(ValidationRules rules, AuditChain chain, RowMac macs, byte[] key, IKeyHolder keys, Action? onUse = null)
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
            AttemptSql.Claim,
            null,
            ("id", request.CredentialId),
            ("state", (int)wanted),
            ("max", rules.MaxFailures),
            ("now", request.Seconds),
            ("counted", request.Counts),
            ("hotp", (int)OtpType.Hotp),
            ("vouchedPair", request.IsVouchedPair ? 1 : 0));
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
            : AttemptRules.Refusal(standing, request.Kind, request.IsVouchedPair, request.Seconds, rules) ?? RejectReason.Locked);
    }

    /// <summary>The comparison: opens the secret for its time, and asks the rules.</summary>
    public Decision Compare(AttemptRequest request, Credential credential)
    {
        using ICodeSource codes = keys.Open(credential.Id, credential.Sealed, credential.Parameters);
        return AttemptRules.Decide(credential, codes, request.Codes, request.IsPublic, request.Seconds, rules);
    }

    /// <summary>Second, when the attempt was claimed and compared: what is written of it.</summary>
    /// <exception cref="KeyHolderException">The row was altered behind the service's back: its new MAC would hide that.</exception>
    public AttemptRecord Record(AttemptRequest request, Credential claimed, Decision decision)
    {
        macs.Checked(claimed with { Failures = claimed.Failures - request.Counts });
        return decision switch
        {
            Decision.Accept accept => Accepted(request, claimed, accept),
            Decision.Reject reject => Rejected(request, claimed, reject.Reason),
            _ => throw new InvalidOperationException("A decision is to accept or to reject."),
        };
    }

    /// <summary>Third, only when the record took no effect: somebody else has moved the factor behind this code.</summary>
    public AttemptRecord Replayed(AttemptRequest request, Credential claimed) => Rejected(request, claimed, RejectReason.Replayed);

    private AttemptRecord Accepted(AttemptRequest request, Credential claimed, Decision.Accept accept)
    {
        bool isTotp = claimed.Type == OtpType.Totp;
        onUse?.Invoke();
        long measured = isTotp ? (long)(1000 * DriftModel.Measure(accept.Last, request.Seconds, claimed.PeriodSeconds)) : 0;
        string holder = request.Holder ?? claimed.Holder;
        AuditEntry entry = Entry(request, claimed, "accepted") with { Factor = accept.Last, DriftMilliseconds = measured, Detail = HolderNote.OfChange(claimed.Holder, holder) };
        Credential next = Appended(entry, claimed with
        {
            State = CredentialState.Active,
            Failures = request.IsPublic ? claimed.Failures : 0,
            RecentFailures = request.IsPublic ? claimed.RecentFailures : [],
            NextFactor = accept.Last + 1,
            Drift = accept.Drift,
            PublicShift = accept.PublicShift,
            PublicShiftAt = accept.PublicShiftAt,
            RestoredAt = isTotp ? claimed.RestoredAt : 0,
            ActivatedAt = claimed.ActivatedAt == 0 ? request.At : claimed.ActivatedAt,
            LastSuccessAt = request.At,
            Holder = holder,
        });
        var statement = new Statement(
            AttemptSql.Accept,
            AttemptSql.AppendIfMoved,
            [
                .. Values(entry, claimed, next),
                ("next", next.NextFactor),
                ("first", accept.First),
                ("was", (int)claimed.State),
                ("state", (int)next.State),
                ("activatedAt", next.ActivatedAt),
                ("holder", next.Holder),
                ("offset", next.DriftOffset),
                ("rate", next.DriftRate),
                ("offsetVariance", next.DriftOffsetVariance),
                ("covariance", next.DriftCovariance),
                ("rateVariance", next.DriftRateVariance),
                ("driftAt", next.DriftAt),
                ("publicShift", next.PublicShift),
                ("publicShiftAt", next.PublicShiftAt),
                ("restoredAt", next.RestoredAt),
            ]);
        return new AttemptRecord(statement, new AttemptOutcome.Accepted(accept.Last, isTotp ? next.DriftOffset : 0, next.DriftRate));
    }

    /// <summary>A code that was refused within the last minute already is not counted again; from the public pages nothing is counted here.</summary>
    private AttemptRecord Rejected(AttemptRequest request, Credential claimed, RejectReason reason)
    {
        byte[] recent = claimed.RecentFailures;
        bool isMistyped = reason == RejectReason.Malformed;
        bool isRepeated = !request.IsPublic && !isMistyped && RecentFailures.Contains(claimed.RecentFailures, request.Codes, key, request.At, out recent);
        int failures = claimed.Failures - (isRepeated || isMistyped ? request.Counts : 0);
        bool locks = !request.IsPublic && failures >= rules.MaxFailures;
        AuditEntry entry = Entry(request, claimed, reason.ToString()) with { Detail = locks ? "locked" : isRepeated ? "repeated" : "" };
        Credential next = Appended(entry, claimed with { Failures = failures, RecentFailures = recent, LockedAt = locks ? request.At : 0 });
        return new AttemptRecord(
            new Statement(AttemptSql.Reject, AttemptSql.AppendIfMoved, [.. Values(entry, claimed, next), ("lockedAt", next.LockedAt)]),
            new AttemptOutcome.Rejected(reason, isMistyped ? claimed.Digits : 0, request.IsPublic || isMistyped ? null : Math.Max(0, rules.MaxFailures - failures)));
    }

    private static AuditEntry Entry(AttemptRequest request, Credential credential, string outcome) => new(
        credential.Id, credential.AuditSeq + 1, request.At, request.Actor, request.Kind.ToString().ToLowerInvariant(), outcome, AuditEntry.NoFactor, 0, "");

    /// <summary>The row with its new place in the chain and its new MAC.</summary>
    private Credential Appended(AuditEntry entry, Credential changed)
    {
        Credential next = changed with { AuditSeq = entry.Sequence, AuditHead = chain.Next(changed.AuditHead, entry) };
        next.Mac = macs.Of(next);
        return next;
    }

    /// <summary>The values that both recording statements share: the entry, its MAC and the place in the chain, the failures, the row's MAC.</summary>
    private static (string Name, object Value)[] Values(AuditEntry entry, Credential claimed, Credential next) =>
    [
        ("id", entry.CredentialId),
        ("seq", claimed.AuditSeq),
        ("newSeq", next.AuditSeq),
        ("newHead", next.AuditHead),
        ("mac", next.Mac),
        ("failures", next.Failures),
        ("recent", next.RecentFailures),
        ("at", entry.At),
        ("actor", entry.Actor),
        ("event", entry.Event),
        ("outcome", entry.Outcome),
        ("factor", entry.Factor),
        ("driftMs", entry.DriftMilliseconds),
        ("detail", entry.Detail),
    ];
}
