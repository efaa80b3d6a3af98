using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>RSA to the receiver's certificate (RFC 6030, 6.3).</summary>
/// <param name="Uri">Algorithm identifier.</param>
/// <param name="Padding">OAEP, or PKCS #1 v1.5 where the reader allows it.</param>
internal sealed record RsaMethod(string Uri, RSAEncryptionPadding Padding) : CipherMethod(Uri)
{
    public bool IsOld => Padding == RSAEncryptionPadding.Pkcs1;

    /// <summary>OAEP whose label hash and mask generation use one hash: all that .NET computes, and what writers use.</summary>
    /// <param name="uri">Algorithm identifier.</param>
    /// <param name="digest">DigestMethod; null for SHA-1 (XML Encryption 1.1, 5.5.2).</param>
    /// <param name="mask">MGF; null for MGF1 with SHA-1.</param>
    /// <returns>Null when the parameters are others.</returns>
    public static RsaMethod? Oaep(string uri, string? digest, string? mask)
    {
        RSAEncryptionPadding? padding = (digest ?? Uris.DSig + "sha1", mask ?? Uris.XEnc11 + "mgf1sha1") switch
        {
            (Uris.DSig + "sha1", Uris.XEnc11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (Uris.Sha256, Uris.XEnc11 + "mgf1sha256") => RSAEncryptionPadding.OaepSHA256,
            (Uris.DSigMore + "sha384", Uris.XEnc11 + "mgf1sha384") => RSAEncryptionPadding.OaepSHA384,
            (Uris.XEnc + "sha512", Uris.XEnc11 + "mgf1sha512") => RSAEncryptionPadding.OaepSHA512,
            _ => null,
        };
        return padding is null ? null : new RsaMethod(uri, padding);
    }
}
