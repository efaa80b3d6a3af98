namespace HwToken.Pskc.Crypto;

/// <summary>AES-CBC.</summary>
/// <param name="Uri">Algorithm identifier.</param>
/// <param name="KeyBytes">Length of the key.</param>
internal sealed record CbcMethod(string Uri, int KeyBytes) : CipherMethod(Uri)
{
    public static readonly CbcMethod Aes128 = new(Uris.Aes128Cbc, 16);
    public static readonly CbcMethod Aes192 = new(Uris.Aes192Cbc, 24);
    public static readonly CbcMethod Aes256 = new(Uris.Aes256Cbc, 32);
}
