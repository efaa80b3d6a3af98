using HwToken.Core.Otp;

namespace HwToken.Testing;

/// <summary>A code that was never told before and never will be again. Stands for its digits wherever a string is wanted.</summary>
/// <param name="Value">The digits, leading zeros too.</param>
/// <param name="CredentialId">Whose.</param>
/// <param name="Type">HOTP or TOTP.</param>
/// <param name="MovingFactor">Its counter (RFC 4226) or time step (RFC 6238).</param>
/// <param name="At">When it was made, by the simulator's clock, UTC.</param>
/// <param name="StepEnds">TOTP: when its time step ends; null for HOTP.</param>
/// <param name="IsPressed">It was read from the pixels of a display.</param>
public sealed record OtpCode(string Value, string CredentialId, OtpType Type, ulong MovingFactor, DateTimeOffset At, DateTimeOffset? StepEnds, bool IsPressed)
{
    /// <summary>Its digits.</summary>
    /// <param name="code">The code.</param>
    public static implicit operator string(OtpCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Value;
    }

    /// <summary>Its digits.</summary>
    public override string ToString() => Value;
}
