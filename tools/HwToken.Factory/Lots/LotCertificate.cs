using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory.Keys;

namespace HwToken.Factory.Lots;

/// <summary>The certificate that signs a lot's seed files: RSA-3072, self-signed, its private key sealed under the lot key.</summary>
internal static class LotCertificate
{
    private const int Years = 10;
    private const string SealName = "certificate";

    /// <summary>Bits of a new key; tests take fewer.</summary>
    public static int RsaBits { get; set; } = 3072;

    /// <returns>PEM of the certificate and the sealed private key in Base64.</returns>
    public static (string Pem, string SealedKey) Create(string lotId, LotKeys keys, DateTimeOffset now)
    {
        using RSA rsa = RSA.Create(RsaBits);
        var request = new CertificateRequest("CN=HwToken lot " + lotId, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(Years));
        byte[] privateKey = rsa.ExportPkcs8PrivateKey();
        string sealedKey = Convert.ToBase64String(keys.Seal(SealName, privateKey));
        CryptographicOperations.ZeroMemory(privateKey);
        return (certificate.ExportCertificatePem() + "\n", sealedKey);
    }

    /// <returns>The certificate with its private key.</returns>
    public static X509Certificate2 Open(string pem, string sealedKey, LotKeys keys)
    {
        byte[] privateKey = keys.Open(SealName, Convert.FromBase64String(sealedKey));
        using RSA rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        CryptographicOperations.ZeroMemory(privateKey);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.CopyWithPrivateKey(rsa);
    }
}
