namespace HwToken.Validation.Audit;

/// <summary>One entry of an audit chain. Never holds a code, a secret or an API key.</summary>
/// <param name="CredentialId">Whose chain; empty for the service's own.</param>
/// <param name="Sequence">1 for the first entry of the chain.</param>
/// <param name="At">Unix time in milliseconds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">What was done: <c>validate</c>, <c>unlock</c>, <c>import</c> and so on.</param>
/// <param name="Outcome"><c>accepted</c>, <c>done</c>, or the reason of the refusal.</param>
/// <param name="Factor">Counter or step that was accepted; -1 when none was.</param>
/// <param name="DriftMilliseconds">TOTP: the token's clock against true time as this code told it; 0 otherwise.</param>
/// <param name="Detail">More, or empty.</param>
public sealed record AuditEntry(
    string CredentialId, long Sequence, long At, string Actor, string Event, string Outcome, long Factor, long DriftMilliseconds, string Detail)
{
    /// <summary>Factor of an entry that used no code up.</summary>
    public const long NoFactor = -1;
}
