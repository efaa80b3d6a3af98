namespace HwToken.Validation.Audit;

/// <summary>Some entries, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Before">Give this to read on; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Before);
