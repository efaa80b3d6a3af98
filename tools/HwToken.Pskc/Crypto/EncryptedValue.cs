namespace HwToken.Pskc.Crypto;

/// <summary>An EncryptedValue or MACKey element.</summary>
/// <param name="Method">How it is encrypted.</param>
/// <param name="Cipher">Initialisation vector, then the blocks.</param>
internal sealed record EncryptedValue(CbcMethod Method, byte[] Cipher);
