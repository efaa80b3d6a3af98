using HwToken.Core.Otp;

namespace HwToken.Testing.Simulators;

/// <summary>A lease.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pool">The pool.</param>
/// <param name="CredentialId">The token's credential ID.</param>
/// <param name="Type">HOTP or TOTP.</param>
/// <param name="Digits">Digits of a code.</param>
/// <param name="Period">TOTP: time step; null for HOTP.</param>
internal sealed record LeasedToken(string Id, string Pool, string CredentialId, OtpType Type, int Digits, TimeSpan? Period);
