using System.Security.Cryptography;

namespace HwToken.Keeping;

/// <summary>A few bytes under AES-256-GCM (NIST SP 800-38D): nonce ‖ tag ‖ ciphertext, bound to what they belong to.</summary>
public static class SealedBox
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="clear">The bytes; the caller clears them.</param>
    /// <param name="belongsTo">Associated data: the box opens with the same only, so it cannot be moved elsewhere.</param>
    /// <returns>28 bytes more than went in, and never the same twice.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> belongsTo)
    {
        byte[] box = new byte[NonceBytes + TagBytes + clear.Length];
        Span<byte> nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, clear, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), belongsTo);
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> sealed.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="box">The sealed bytes.</param>
    /// <param name="belongsTo">What it was sealed with.</param>
    /// <returns>The bytes, which the caller clears; null when the box was altered, belongs elsewhere, or was sealed under another key.</returns>
    public static byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> belongsTo)
    {
        if (box.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        byte[] clear = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), clear, belongsTo);
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
