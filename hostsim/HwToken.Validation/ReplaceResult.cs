using HwToken.Validation.Outcomes;

namespace HwToken.Validation;

/// <summary>What came of replacing one token by another.</summary>
/// <param name="Outcome">Accepted: the new one is active, the old one revoked. Rejected: neither.</param>
/// <param name="CredentialId">Whose code or state decided.</param>
public sealed record ReplaceResult(AttemptOutcome Outcome, string CredentialId);
