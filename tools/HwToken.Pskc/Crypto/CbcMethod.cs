namespace HwToken.Pskc.Crypto;

/// <summary>An AES-CBC method of XML Encryption, told by its URI.</summary>
/// <param name="Uri">Algorithm identifier.</param>
/// <param name="KeyBytes">Length of the key.</param>
internal sealed record CbcMethod(string Uri, int KeyBytes)
{
    public static readonly CbcMethod Aes128 = new(Uris.Aes128Cbc, 16);
    public static readonly CbcMethod Aes256 = new(Uris.Aes256Cbc, 32);
    private static readonly CbcMethod Aes192 = new(Uris.Aes192Cbc, 24);

    public static CbcMethod? Find(string? uri) => uri switch
    {
        Uris.Aes128Cbc => Aes128,
        Uris.Aes192Cbc => Aes192,
        Uris.Aes256Cbc => Aes256,
        _ => null,
    };
}
