using System.Text;
using HwToken.Keeping;

namespace HwToken.Validation.Keys;

/// <summary>AES-256-GCM (NIST SP 800-38D) over one secret, bound to its credential ID.</summary>
internal static class SecretSealer
{
    public const int KeyBytes = SealedBox.KeyBytes;

    public static byte[] Seal(ReadOnlySpan<byte> key, string credentialId, ReadOnlySpan<byte> secret) => SealedBox.Seal(key, secret, Encoding.ASCII.GetBytes(credentialId));

    /// <exception cref="KeyHolderException">The box was altered, or is another credential's.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string credentialId, ReadOnlySpan<byte> box) =>
        SealedBox.TryOpen(key, box, Encoding.ASCII.GetBytes(credentialId)) is { Length: > 0 } secret
            ? secret
            : throw new KeyHolderException($"The sealed secret of {credentialId} does not open: it was altered, or moved from another credential. Restore the row from a backup.");
}
