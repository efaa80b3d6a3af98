namespace HwToken.Validation.Keys;

/// <summary>A shared secret under a master key: AES-256-GCM with the credential ID as associated data.</summary>
/// <param name="KeyId">Which master key, 1 or more.</param>
/// <param name="Bytes">Nonce (12 bytes), tag (16 bytes), ciphertext.</param>
public readonly record struct SealedSecret(int KeyId, byte[] Bytes)
{
    /// <summary>Which key, and no more.</summary>
    public override string ToString() => $"(sealed under key {KeyId})";
}
