namespace HwToken.Validation.Storage.Attempts;

/// <summary>The statements of an attempt, the same for both databases. Written by hand: it decides, and its time is what a
/// sign-in takes. (The other hand-written statements are those of a start, <see cref="ServiceSql"/>.)</summary>
internal static class AttemptSql
{
    public static readonly string Select = $"SELECT {CredentialColumns.List}" + " FROM credentials WHERE id = @id";

    /// <summary>Claims an attempt: counted, and the row locked, before any code is compared. No row: it may not be made.</summary>
    public static readonly string Claim =
        "UPDATE credentials SET failures = failures + @counted WHERE id = @id AND state = @state AND locked_at = 0 AND failures < @max "
        + "AND not_before <= @now AND not_after >= @now AND (restored_at = 0 OR type <> @hotp OR @vouchedPair = 1) AND (@counted = 1 OR NOT is_operators) RETURNING " + CredentialColumns.List;

    /// <summary>The one conditional UPDATE that decides: whoever moves the factor forward has used the code.</summary>
    public const string Accept =
        "UPDATE credentials SET next_factor = @next, failures = @failures, state = @state, activated_at = @activatedAt, holder = @holder, last_success_at = @at, "
        + "drift_offset = @offset, drift_rate = @rate, drift_offset_variance = @offsetVariance, drift_covariance = @covariance, "
        + "drift_rate_variance = @rateVariance, drift_at = @driftAt, public_shift = @publicShift, public_shift_at = @publicShiftAt, restored_at = @restoredAt, recent_failures = @recent, audit_seq = @newSeq, audit_head = @newHead, mac = @mac "
        + "WHERE id = @id AND next_factor <= @first AND locked_at = 0 AND state = @was AND audit_seq = @seq";

    /// <summary>Records a failure, and the lock when it was the last one allowed.</summary>
    public const string Reject =
        "UPDATE credentials SET failures = @failures, recent_failures = @recent, locked_at = @lockedAt, audit_seq = @newSeq, audit_head = @newHead, mac = @mac WHERE id = @id AND audit_seq = @seq";

    /// <summary>Appends the audit entry only if the statement before it took effect in this transaction.</summary>
    public const string AppendIfMoved =
        "INSERT INTO audit (credential_id, seq, at, actor, event, outcome, factor, drift_ms, detail, mac) "
        + "SELECT @id, @newSeq, @at, @actor, @event, @outcome, @factor, @driftMs, @detail, @newHead "
        + "WHERE EXISTS (SELECT 1 FROM credentials WHERE id = @id AND audit_seq = @newSeq AND audit_head = @newHead)";
}
