using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Signs and verifies with the base library's SignedXml: the independent judge of our streaming code.</summary>
internal static class Signer
{
    public static readonly X509Certificate2 Certificate = Make("CN=HwToken test lot", RSA.Create(2048));
    public static readonly X509Certificate2 Other = Make("CN=HwToken test lot", RSA.Create(2048));
    public static readonly X509Certificate2 Weak = Make("CN=Weak", RSA.Create(1024));

    public static X509Certificate2 Elliptic { get; } =
        new CertificateRequest("CN=EC", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256).CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };

        // Not LoadXml: it keeps tabs and line ends in attributes and CR LF in text, which XML 1.0 (2.11, 3.3.3) has a parser normalize.
        using var reader = XmlReader.Create(new StringReader(xml));
        document.Load(reader);
        return document;
    }

    public static string Sign(
        string xml,
        string c14n = SignedXml.XmlDsigExcC14NTransformUrl,
        Transform? transform = null,
        X509Certificate2? certificate = null,
        string uri = "",
        string method = SignedXml.XmlDsigRSASHA256Url,
        string digest = SignedXml.XmlDsigSHA256Url)
    {
        XmlDocument document = Load(xml);
        var signed = new SignedXml(document) { SigningKey = (certificate ?? Certificate).GetRSAPrivateKey() };
        signed.SignedInfo!.CanonicalizationMethod = c14n;
        signed.SignedInfo.SignatureMethod = method;
        var reference = new Reference(uri) { DigestMethod = digest };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        if (transform is not null)
        {
            reference.AddTransform(transform);
        }

        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate ?? Certificate));
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), true));
        return document.OuterXml;
    }

    public static bool Verify(string xml, X509Certificate2 certificate)
    {
        XmlDocument document = Load(xml);
        var signed = new SignedXml(document);
        signed.LoadXml((XmlElement)document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!);
        using RSA key = certificate.GetRSAPublicKey()!;
        return signed.CheckSignature(key);
    }

    private static X509Certificate2 Make(string name, RSA key) =>
        new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
