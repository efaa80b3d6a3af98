using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HwToken.Keeping;
using HwToken.Pskc;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Import;

/// <summary>
/// Signs receipts with an RSA key and a self-signed certificate of the service's own. Both lie in the data folder, made when they are first
/// needed; of several processes that make them at once, the first counts for all.
/// </summary>
internal sealed class ReceiptSigner(ValidationOptions options)
{
    private const int KeyBits = 3072;
    private const int MinKeyBits = 2048;
    private const int ValidYears = 30;

    private readonly string keyPath = Path.Combine(options.DataFolder, "receipt-key.pem");
    private readonly string certificatePath = Path.Combine(options.DataFolder, "receipt-certificate.pem");

    public string CertificatePem
    {
        get
        {
            using X509Certificate2 certificate = Certificate();
            return certificate.ExportCertificatePem() + "\n";
        }
    }

    public SignedReceipt Sign(PskcReceipt receipt)
    {
        using X509Certificate2 certificate = Certificate();
        return new SignedReceipt(receipt.Sign(certificate), receipt);
    }

    /// <summary>The key that signs; what verifies it is there from then on.</summary>
    public RSA PrivateKey()
    {
        Certificate().Dispose();
        return Key();
    }

    /// <summary>What verifies what this service has signed. Makes nothing.</summary>
    /// <exception cref="KeyHolderException">There is no certificate.</exception>
    public RSA PublicKey()
    {
        try
        {
            using X509Certificate2 certificate = X509Certificate2.CreateFromPem(File.ReadAllText(certificatePath));
            return certificate.GetRSAPublicKey() ?? throw new CryptographicException("no RSA key");
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new KeyHolderException("receipt-certificate.pem is missing or damaged: nothing that this service has signed can be verified. Put it back.", wrong);
        }
    }

    /// <summary>The certificate with its key.</summary>
    private X509Certificate2 Certificate()
    {
        using RSA key = Key();
        if (!File.Exists(certificatePath))
        {
            using X509Certificate2 made = Make(key);
            byte[] pem = Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n");
            PrivateFile.TryCreate(certificatePath, stream => stream.Write(pem));
        }

        try
        {
            using X509Certificate2 bare = X509Certificate2.CreateFromPem(File.ReadAllText(certificatePath));
            return bare.CopyWithPrivateKey(key);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException or InvalidOperationException)
        {
            throw new KeyHolderException(
                "receipt-certificate.pem is damaged or not of receipt-key.pem. Put the right one back, or remove it: a new one is made, which the factories must be given.", wrong);
        }
    }

    private RSA Key()
    {
        if (!File.Exists(keyPath))
        {
            using var made = RSA.Create(KeyBits);
            byte[] pem = Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n");
            PrivateFile.TryCreate(keyPath, stream => stream.Write(pem));
            CryptographicOperations.ZeroMemory(pem);
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(PemText());
            return key.KeySize >= MinKeyBits ? key : throw new CryptographicException();
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new KeyHolderException("receipt-key.pem is damaged, or no RSA key of 2,048 bits or more. Restore it from its copy.", wrong);
        }
    }

    /// <exception cref="KeyHolderException">Others can read the key.</exception>
    private string PemText()
    {
        try
        {
            return Encoding.ASCII.GetString(PrivateFile.Read(keyPath));
        }
        catch (KeepingException refused)
        {
            throw new KeyHolderException(refused.Message, refused);
        }
    }

    private X509Certificate2 Make(RSA key)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(options.ServiceName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        DateTimeOffset now = options.Time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(ValidYears));
    }
}
