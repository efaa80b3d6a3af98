namespace HwToken.Factory.Ledger;

/// <summary>One line of the audit trail.</summary>
/// <param name="Sequence">1, 2, 3 …</param>
/// <param name="At">When, UTC, as it was hashed (ISO 8601 with milliseconds).</param>
/// <param name="Who">Operator and station.</param>
/// <param name="What">What was done; never a secret.</param>
/// <param name="Id">Credential ID, or empty.</param>
/// <param name="Hash">Hash over the former entry's hash and this entry's fields, 32 bytes.</param>
public sealed record AuditEntry(long Sequence, string At, string Who, string What, string Id, byte[] Hash);
