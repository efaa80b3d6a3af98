namespace HwToken.Provisioning;

/// <summary>One of a token's first codes, for the factory's comparison.</summary>
/// <param name="MovingFactor">HOTP counter or TOTP time step.</param>
/// <param name="Code">The code with leading zeros.</param>
public sealed record FirstCode(ulong MovingFactor, string Code);
