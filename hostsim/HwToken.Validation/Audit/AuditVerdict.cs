namespace HwToken.Validation.Audit;

/// <summary>What a verification of the audit found.</summary>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Chains">Chains that they belong to.</param>
/// <param name="Faults">What is wrong, a line each, at most 100; empty when all is well.</param>
public sealed record AuditVerdict(long Entries, long Chains, IReadOnlyList<string> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
