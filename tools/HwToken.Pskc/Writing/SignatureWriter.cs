using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Pskc.Writing;

/// <summary>Makes the enveloped RSA-SHA256 signature with exclusive canonicalization, the certificate beside it (XML Signature, 4).</summary>
internal sealed class SignatureWriter : IDisposable
{
    private const int MinRsaBits = 2048;

    private readonly X509Certificate2 certificate;
    private readonly RSA rsa;

    public SignatureWriter(X509Certificate2 certificate)
    {
        this.certificate = certificate;
        RSA? key = certificate.HasPrivateKey ? certificate.GetRSAPrivateKey() : null;
        rsa = key is { KeySize: >= MinRsaBits }
            ? key
            : throw new PskcException(PskcError.SignatureUnsupported, "The lot's certificate must come with an RSA private key of 2048 bits or more.");
    }

    /// <summary>Writes the Signature element for a container with the given SHA-256 digest.</summary>
    public void Write(Stream output, byte[] digest)
    {
        using var canonical = new MemoryStream();
        using (var info = new CanonicalWriter(canonical))
        {
            SignedInfo(info, digest);
        }

        byte[] value = rsa.SignData(canonical.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var xml = new CanonicalWriter(output);
        xml.Start("ds", Uris.DSig, "Signature");
        SignedInfo(xml, digest);
        xml.Leaf("ds", Uris.DSig, "SignatureValue", Convert.ToBase64String(value));
        xml.Start("ds", Uris.DSig, "KeyInfo");
        xml.Start("ds", Uris.DSig, "X509Data");
        xml.Leaf("ds", Uris.DSig, "X509Certificate", Convert.ToBase64String(certificate.RawData));
        xml.End();
        xml.End();
        xml.End();
    }

    public void Dispose() => rsa.Dispose();

    // Written twice: once alone, as it is signed, and once in its place. Both are canonical, so they differ only in the namespace declaration.
    private static void SignedInfo(CanonicalWriter xml, byte[] digest)
    {
        xml.Start("ds", Uris.DSig, "SignedInfo");
        Method(xml, "CanonicalizationMethod", Uris.ExclusiveC14N);
        Method(xml, "SignatureMethod", Uris.RsaSha256);
        xml.Start("ds", Uris.DSig, "Reference", ("URI", ""));
        xml.Start("ds", Uris.DSig, "Transforms");
        Method(xml, "Transform", Uris.Enveloped);
        Method(xml, "Transform", Uris.ExclusiveC14N);
        xml.End();
        Method(xml, "DigestMethod", Uris.Sha256);
        xml.Leaf("ds", Uris.DSig, "DigestValue", Convert.ToBase64String(digest));
        xml.End();
        xml.End();
    }

    private static void Method(CanonicalWriter xml, string name, string uri)
    {
        xml.Start("ds", Uris.DSig, name, ("Algorithm", uri));
        xml.End();
    }
}
