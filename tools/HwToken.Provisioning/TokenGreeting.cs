namespace HwToken.Provisioning;

/// <summary>Who answered on the line.</summary>
/// <param name="IsLocked">True when the token holds a committed credential.</param>
/// <param name="CredentialId">Its ID, or null for a blank token.</param>
/// <param name="FirmwareVersion">Version of the token's firmware.</param>
public sealed record TokenGreeting(bool IsLocked, string? CredentialId, string FirmwareVersion);
