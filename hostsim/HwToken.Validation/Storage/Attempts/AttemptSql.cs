using System.Data.Common;
using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>The statements of an attempt, the same for both databases, and how a credential's row is read. The only SQL that is written by
/// hand: it is what decides, and what is counted in microseconds.</summary>
internal static class AttemptSql
{
    public const string Columns =
        "id, lot, type, algorithm, digits, period, secret_key, secret, state, locked_at, failures, next_factor, drift_offset, drift_rate, "
        + "drift_offset_variance, drift_covariance, drift_rate_variance, drift_at, imported_at, activated_at, last_success_at, not_before, not_after, "
        + "replaced_by, audit_seq, audit_head";

    public const string Select = "SELECT " + Columns + " FROM credentials WHERE id = @id";

    /// <summary>Claims an attempt: counted, and the row locked, before any code is compared. No row: it may not be made.</summary>
    public const string Claim =
        "UPDATE credentials SET failures = failures + 1 WHERE id = @id AND state = @state AND locked_at = 0 AND failures < @max "
        + "AND not_before <= @now AND not_after >= @now RETURNING " + Columns;

    /// <summary>The one conditional UPDATE that decides: whoever moves the factor forward has used the code.</summary>
    public const string Accept =
        "UPDATE credentials SET next_factor = @next, failures = 0, state = @state, activated_at = @activatedAt, last_success_at = @at, "
        + "drift_offset = @offset, drift_rate = @rate, drift_offset_variance = @offsetVariance, drift_covariance = @covariance, "
        + "drift_rate_variance = @rateVariance, drift_at = @driftAt, audit_seq = @newSeq, audit_head = @newHead "
        + "WHERE id = @id AND next_factor <= @first AND locked_at = 0 AND state = @was AND audit_seq = @seq";

    /// <summary>Records a failure, and the lock when it was the last one allowed.</summary>
    public const string Reject =
        "UPDATE credentials SET locked_at = @lockedAt, audit_seq = @newSeq, audit_head = @newHead WHERE id = @id AND audit_seq = @seq";

    /// <summary>Appends the audit entry only if the statement before it took effect in this transaction.</summary>
    public const string AppendIfMoved =
        "INSERT INTO audit (credential_id, seq, at, actor, event, outcome, factor, drift_ms, detail, mac) "
        + "SELECT @id, @newSeq, @at, @actor, @event, @outcome, @factor, @driftMs, @detail, @newHead "
        + "WHERE EXISTS (SELECT 1 FROM credentials WHERE id = @id AND audit_seq = @newSeq AND audit_head = @newHead)";

    public static CredentialSnapshot Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Lot = row.GetString(1),
        Parameters = new OtpParameters((OtpType)row.GetInt32(2), (OtpAlgorithm)row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), 0),
        Secret = new SealedSecret(row.GetInt32(6), (byte[])row.GetValue(7)),
        State = (CredentialState)row.GetInt32(8),
        LockedAt = row.GetInt64(9),
        Failures = row.GetInt32(10),
        NextFactor = row.GetInt64(11),
        Drift = new DriftModel(row.GetDouble(12), row.GetDouble(13), row.GetDouble(14), row.GetDouble(15), row.GetDouble(16), row.GetInt64(17)),
        ImportedAt = row.GetInt64(18),
        ActivatedAt = row.GetInt64(19),
        LastSuccessAt = row.GetInt64(20),
        NotBefore = row.GetInt64(21),
        NotAfter = row.GetInt64(22),
        ReplacedBy = row.GetString(23),
        AuditSequence = row.GetInt64(24),
        AuditHead = (byte[])row.GetValue(25),
    };
}
