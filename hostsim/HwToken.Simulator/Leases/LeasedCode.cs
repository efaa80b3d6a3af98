using HwToken.Core.Otp;

namespace HwToken.Simulator.Leases;

/// <summary>A code that was never told before and never will be again.</summary>
/// <param name="Code">The security code, with its leading zeros.</param>
/// <param name="CredentialId">Whose.</param>
/// <param name="Type">HOTP or TOTP.</param>
/// <param name="MovingFactor">Its counter or time step.</param>
/// <param name="At">When it was made, by the shared clock.</param>
/// <param name="StepEnds">TOTP: when its step ends; null for HOTP.</param>
/// <param name="IsPressed">It was read from the pixels of a display.</param>
public sealed record LeasedCode(string Code, string CredentialId, OtpType Type, ulong MovingFactor, DateTimeOffset At, DateTimeOffset? StepEnds, bool IsPressed);
