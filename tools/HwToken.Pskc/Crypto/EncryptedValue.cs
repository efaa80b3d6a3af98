namespace HwToken.Pskc.Crypto;

/// <summary>An EncryptedValue, MACKey or EncryptedKey element.</summary>
/// <param name="Method">How it is encrypted.</param>
/// <param name="Cipher">AES: initialisation vector, then the blocks. RSA: one block.</param>
internal sealed record EncryptedValue(CipherMethod Method, byte[] Cipher);
