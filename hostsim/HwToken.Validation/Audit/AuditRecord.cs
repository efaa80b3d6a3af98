namespace HwToken.Validation.Audit;

/// <summary>An entry as it stands in the database.</summary>
/// <param name="Number">Number of the row: later entries have higher ones, with gaps.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Mac">Its MAC, which covers the entry before.</param>
internal sealed record AuditRecord(long Number, AuditEntry Entry, byte[] Mac);
