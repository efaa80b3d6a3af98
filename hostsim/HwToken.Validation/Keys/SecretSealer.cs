using System.Security.Cryptography;
using System.Text;

namespace HwToken.Validation.Keys;

/// <summary>AES-256-GCM (NIST SP 800-38D) over one secret, bound to its credential ID.</summary>
internal static class SecretSealer
{
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, string credentialId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[NonceBytes + TagBytes + secret.Length];
        Span<byte> nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, secret, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.ASCII.GetBytes(credentialId));
        return box;
    }

    /// <exception cref="KeyHolderException">The box was altered, or is another credential's.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string credentialId, ReadOnlySpan<byte> box)
    {
        if (box.Length <= NonceBytes + TagBytes)
        {
            throw Altered(credentialId, null);
        }

        var secret = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), secret, Encoding.ASCII.GetBytes(credentialId));
            return secret;
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw Altered(credentialId, mismatch);
        }
    }

    private static KeyHolderException Altered(string credentialId, Exception? cause) => new(
        $"The sealed secret of {credentialId} does not open: it was altered, or moved from another credential. Restore the row from a backup.",
        cause ?? new CryptographicException("too short"));
}
