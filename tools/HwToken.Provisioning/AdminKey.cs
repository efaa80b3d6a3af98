using System.Security.Cryptography;
using System.Text;

namespace HwToken.Provisioning;

/// <summary>The admin key of a token: derived from the lot's master key, so that no list of admin keys has to be kept.</summary>
public static class AdminKey
{
    /// <summary>HMAC-SHA256 of the credential ID under the master key.</summary>
    /// <param name="masterKey">The lot's master key, 16 bytes or more.</param>
    /// <param name="credentialId">Credential ID, normalised.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Derive(ReadOnlySpan<byte> masterKey, string credentialId)
    {
        if (masterKey.Length < 16)
        {
            throw new ArgumentException("A master key has at least 16 bytes.", nameof(masterKey));
        }

        return HMACSHA256.HashData(masterKey, Encoding.ASCII.GetBytes("HWTOKEN ADMIN " + credentialId));
    }
}
