namespace HwToken.Factory.Ledger;

/// <summary>One entry of the audit trail of a lot.</summary>
/// <param name="Sequence">1, 2, 3 …</param>
/// <param name="At">When, UTC, as it was authenticated (ISO 8601 with milliseconds).</param>
/// <param name="Who">Operator and station.</param>
/// <param name="Event">What happened.</param>
/// <param name="Hash">Keyed hash over the former entry's and this entry's fields, 32 bytes.</param>
public sealed record LedgerEntry(long Sequence, string At, string Who, AuditEvent Event, byte[] Hash);
