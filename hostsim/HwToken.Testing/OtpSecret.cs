using HwToken.Pskc;

namespace HwToken.Testing;

/// <summary>A token's test secret, for the system under test. Says nothing of it when it is printed.</summary>
/// <param name="CredentialId">Whose.</param>
/// <param name="Otpauth">Everything as a URI (<c>otpauth://totp/…</c>); of HOTP with the next counter.</param>
public sealed record OtpSecret(string CredentialId, string Otpauth)
{
    /// <summary>The shared secret in Base32 (RFC 4648), without padding.</summary>
    public string Base32 => Core.Text.Base32.Encode(ToBytes()).TrimEnd('=');

    /// <summary>The shared secret, 1 to 128 bytes.</summary>
    public byte[] ToBytes() => OtpauthUri.Parse(Otpauth).Secret;

    /// <summary>Whose, and no secret.</summary>
    public override string ToString() => $"the test secret of {CredentialId}";
}
