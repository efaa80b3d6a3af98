namespace HwToken.TokenPage.Contract;

/// <summary>A token in the rack.</summary>
/// <param name="Id">Its place.</param>
/// <param name="CredentialId">Credential ID; null for a blank token.</param>
/// <param name="Type"><c>HOTP</c> or <c>TOTP</c>; null for a blank token.</param>
internal sealed record RackItem(string Id, string? CredentialId, string? Type);
