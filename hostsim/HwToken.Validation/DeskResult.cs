using HwToken.Validation.Outcomes;

namespace HwToken.Validation;

/// <summary>What came of an operator's verb.</summary>
/// <param name="Credential">The credential as it stands after it; null when there is none.</param>
/// <param name="Refusal">Why it was refused; null when it was done.</param>
public sealed record DeskResult(CredentialView? Credential, RejectReason? Refusal);
