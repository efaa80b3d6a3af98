namespace HwToken.Pskc;

/// <summary>Outcome of a signature check.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Error">Why it is not valid; null when valid, or unchecked for want of a certificate.</param>
/// <param name="Message">The same for people, with what to do.</param>
public sealed record PskcSignatureCheck(PskcSignatureStatus Status, PskcError? Error, string Message);
