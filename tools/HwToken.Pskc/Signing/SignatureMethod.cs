using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Pskc.Signing;

/// <summary>A public-key signature method, told by its URI. Message authentication codes are no signatures: a file that names one is refused.</summary>
/// <param name="Hash">Hash of the signed bytes.</param>
/// <param name="IsRsa">RSA (PKCS #1 v1.5) or ECDSA (r and s side by side).</param>
internal sealed record SignatureMethod(HashAlgorithmName Hash, bool IsRsa)
{
    private const int MinRsaBits = 2048;

    public static SignatureMethod? Find(string? uri) => uri switch
    {
        Uris.DSig + "rsa-sha1" => new(HashAlgorithmName.SHA1, true),
        Uris.RsaSha256 => new(HashAlgorithmName.SHA256, true),
        Uris.DSigMore + "rsa-sha384" => new(HashAlgorithmName.SHA384, true),
        Uris.DSigMore + "rsa-sha512" => new(HashAlgorithmName.SHA512, true),
        Uris.DSigMore + "ecdsa-sha256" => new(HashAlgorithmName.SHA256, false),
        Uris.DSigMore + "ecdsa-sha384" => new(HashAlgorithmName.SHA384, false),
        Uris.DSigMore + "ecdsa-sha512" => new(HashAlgorithmName.SHA512, false),
        _ => null,
    };

    public static HashAlgorithmName? FindDigest(string? uri) => uri switch
    {
        Uris.DSig + "sha1" => HashAlgorithmName.SHA1,
        Uris.Sha256 => HashAlgorithmName.SHA256,
        Uris.DSigMore + "sha384" => HashAlgorithmName.SHA384,
        Uris.XEnc + "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Verifies with the certificate's key, which must be of the method's kind.</summary>
    /// <exception cref="PskcException">An RSA key under 2048 bits.</exception>
    public bool Verify(X509Certificate2 certificate, byte[] data, byte[] signature)
    {
        if (!IsRsa)
        {
            using ECDsa? ecdsa = certificate.GetECDsaPublicKey();
            return ecdsa is not null && ecdsa.VerifyData(data, signature, Hash);
        }

        using RSA? rsa = certificate.GetRSAPublicKey();
        if (rsa is { KeySize: < MinRsaBits })
        {
            throw new PskcException(PskcError.SignatureUnsupported, "The given certificate's RSA key has fewer than 2048 bits: too weak. Have the lot signed with a stronger key.");
        }

        return rsa is not null && rsa.VerifyData(data, signature, Hash, RSASignaturePadding.Pkcs1);
    }
}
