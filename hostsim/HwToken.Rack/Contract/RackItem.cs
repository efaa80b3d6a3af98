namespace HwToken.Rack.Contract;

/// <summary>A token in the rack.</summary>
/// <param name="Id">Its place.</param>
/// <param name="Name">What somebody calls it, or null.</param>
/// <param name="CredentialId">Credential ID; null for a blank token.</param>
/// <param name="Type"><c>HOTP</c> or <c>TOTP</c>; null for a blank token.</param>
internal sealed record RackItem(string Id, string? Name, string? CredentialId, string? Type);
