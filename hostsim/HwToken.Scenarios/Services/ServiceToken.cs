using HwToken.Core;
using HwToken.Core.Otp;

namespace HwToken.Scenarios.Services;

/// <summary>A token of a story, as a service is told of it.</summary>
/// <param name="Name">What the story calls it.</param>
/// <param name="Id">Credential ID.</param>
/// <param name="Parameters">OTP parameters.</param>
/// <param name="Secret">Shared secret, 1 to 128 bytes; a test secret.</param>
public sealed record ServiceToken(string Name, string Id, OtpParameters Parameters, byte[] Secret)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
