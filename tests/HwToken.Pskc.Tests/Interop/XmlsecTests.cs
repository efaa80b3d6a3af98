using System.Security.Cryptography.X509Certificates;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Interop;

/// <summary>xmlsec1, the reference implementation of XML Signature in C, both ways.</summary>
public class XmlsecTests
{
    public static TheoryData<string, string, string> Methods
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string c14n in new[] { "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11" })
            {
                foreach (string transform in new[] { "", c14n })
                {
                    data.Add("rsa-sha256", c14n, transform);
                    data.Add("ecdsa-sha256", c14n, transform);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Signatures_by_xmlsec1_are_valid_here(string method, string c14n, string transform) => TestFolder.With(file =>
    {
        bool rsa = method.StartsWith("rsa", StringComparison.Ordinal);
        string key = file("key.pem", rsa ? Signer.Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() : Signer.Elliptic.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        string template = Try.Replace(Files.Plain, "</KeyContainer>", $"""
            <s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo><s:CanonicalizationMethod Algorithm="{c14n}"/>
            <s:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#{method}"/><s:Reference URI=""><s:Transforms>
            <s:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>{(transform.Length == 0 ? "" : $"<s:Transform Algorithm=\"{transform}\"/>")}</s:Transforms>
            <s:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><s:DigestValue/></s:Reference></s:SignedInfo><s:SignatureValue/></s:Signature></KeyContainer>
            """).Replace("<KeyContainer ", "<KeyContainer xmlns:z='urn:z' xmlns:a='urn:a' xml:lang='ja' xml:space='preserve' ").Replace("<Issuer>HwToken<", "<Issuer>H&amp;\u00e9 &lt; \"<![CDATA[ & ]]><?p q?><")
            .Replace("?><KeyContainer ", "?>\n<?a?>\n<!-- c --><?b  c ?><KeyContainer ").TrimEnd() + "\n<?d?>\n<?e f?>\n";
        (string signed, _, int exit) = Peer.Run("xmlsec1", "--sign", "--privkey-pem", key, file("template.xml", template));
        Assert.True(exit == 0, signed);
        var demand = new PskcReadOptions { Certificate = rsa ? Signer.Certificate : Signer.Elliptic };
        Assert.Equal(PskcSignatureStatus.Valid, Try.Open(signed, demand).Signature);
        foreach ((string old, string with) in new[] { (">42<", ">43<"), ("<?p q?>", ""), ("<?p q?>", "<?p r?>"), ("<?a?>", ""), ("<?d?>", "<?d e?>") })
        {
            Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(signed, old, with), demand));
        }

        Assert.Equal(PskcSignatureStatus.Valid, Try.Open(Try.Replace(signed, "<!-- c -->", "<!-- d -->"), demand).Signature);
    });

    [Theory]
    [InlineData(PskcProfile.Portable)]
    [InlineData(PskcProfile.Strong)]
    public void Our_signatures_are_valid_in_xmlsec1(PskcProfile profile) => TestFolder.With(file =>
    {
        string xml = Lots.Write(Lots.Options(profile, passphrase: "words"), Lots.Lot, Lots.Totp("HWTA<1>&\""), Lots.Hotp("HWHA\u65e5\ud83d\udd11"));
        string certificate = file("lot.pem", Signer.Certificate.ExportCertificatePem());
        (string said, _, int exit) = Peer.Run("xmlsec1", "--verify", "--pubkey-cert-pem", certificate, file("lot.xml", xml));
        Assert.True(exit == 0, said);
        Assert.NotEqual(0, Peer.Run("xmlsec1", "--verify", "--pubkey-cert-pem", certificate, file("bad.xml", Try.Replace(xml, "display dead", "display good"))).Exit);
    });
}
