using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>How a value is encrypted (XML Encryption, 5), told by its URI.</summary>
/// <param name="Uri">Algorithm identifier.</param>
internal abstract record CipherMethod(string Uri)
{
    /// <summary>A method that stands alone; RSA-OAEP comes with parameters (<see cref="RsaMethod"/>).</summary>
    public static CipherMethod? Find(string? uri) => uri switch
    {
        Uris.Aes128Cbc => CbcMethod.Aes128,
        Uris.Aes192Cbc => CbcMethod.Aes192,
        Uris.Aes256Cbc => CbcMethod.Aes256,
        Uris.Rsa15 => new RsaMethod(uri, RSAEncryptionPadding.Pkcs1),
        _ => null,
    };
}
