using System.Security.Cryptography.Xml;
using System.Text.RegularExpressions;
using System.Xml;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Signing;

/// <summary>XML signature wrapping: the signature stays good for something, while the reader is shown something else.</summary>
public class WrappingTests
{
    private static readonly PskcReadOptions Demand = new() { Certificate = Signer.Certificate };

    private static string Evil => Files.Plain.Replace("HWTA00000001", "EVIL00000001");

    [Fact]
    public void The_signed_container_hidden_in_an_extension_of_a_forged_one_is_refused()
    {
        string signed = Signer.Sign(Files.Plain, uri: "#LOT-7");
        string signature = Signature(signed);
        string inner = Declared(signed).Replace(signature, "");
        // The original keeps its Id deep inside, the forged container takes another, or the same.
        foreach (string id in new[] { "LOT-8", "LOT-7" })
        {
            string forged = Evil.Replace("LOT-7", id).Replace("</KeyContainer>", signature + $"<Extensions><h xmlns='urn:h'>{inner}</h></Extensions></KeyContainer>");
            Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(forged, Demand));
        }
    }

    [Fact]
    public void The_whole_signed_document_inside_the_signature_object_is_refused()
    {
        string signed = Signer.Sign(Files.Plain, uri: "#LOT-7");
        string signature = Signature(signed);
        string wrapped = signature.Replace("</Signature>", $"<Object>{Declared(signed).Replace(signature, "")}</Object></Signature>");
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(Evil.Replace("LOT-7", "LOT-8").Replace("</KeyContainer>", wrapped + "</KeyContainer>"), Demand));
    }

    [Fact]
    public void The_whole_signed_container_as_a_child_of_a_forged_one_is_refused() =>
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(Evil.Replace("</KeyContainer>", Declared(Signer.Sign(Files.Plain)) + "</KeyContainer>"), Demand));

    [Fact]
    public void A_signature_over_one_key_package_is_no_signature_of_the_file()
    {
        string xml = Files.Plain.Replace("<CryptoModuleInfo>", "<CryptoModuleInfo Id=\"part\">");
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(Signer.Sign(xml, uri: "#part"), Demand));
    }

    [Fact]
    public void A_second_signature_is_refused_wherever_it_stands()
    {
        string signed = Signer.Sign(Files.Plain);
        string signature = Signature(signed);
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(signed.Replace(signature, signature + signature), Demand));
        string nested = signed.Replace(signature, "").Replace("</DeviceInfo>", $"<Extensions>{signature}</Extensions></DeviceInfo>");
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(nested, Demand));
    }

    [Fact]
    public void Content_smuggled_into_the_signature_is_never_read()
    {
        string signed = Signer.Sign(Files.Plain);
        string smuggled = signed.Replace("</KeyInfo>", $"</KeyInfo>{Files.HotpPackage("EVIL00000003")}");
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(smuggled, Demand));
        string inKeyInfo = signed.Replace("</KeyInfo>", $"{Files.HotpPackage("EVIL00000003")}</KeyInfo>");
        Assert.Equal(2, Try.Read(inKeyInfo, Demand).Count);
    }

    public static TheoryData<string, string> Shapes => new()
    {
        { "<Reference URI=\"\">", "<Reference URI=\"http://example.org/\">" },
        { "<Reference URI=\"\">", "<Reference URI=\"#xpointer(/)\">" },
        { "xmldsig#enveloped-signature", "TR/1999/REC-xslt-19991116" },
        { "xmldsig#enveloped-signature", "TR/1999/REC-xpath-19991116" },
        { "xml-exc-c14n#", "xml-exc-c14n#WithComments" },
        { "xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256" },
        { "xmldsig-more#rsa-sha256", "xmldsig-more#none" },
        { "xmlenc#sha256", "xmlenc#md5" },
        { "</Reference>", "</Reference><Reference URI=\"\"/>" },
        { "<Transforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\" /></Transforms>", "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_other_shape_of_signature_is_refused(string old, string with) =>
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(Try.Replace(Signer.Sign(Files.Plain), old, with), Demand));

    [Fact]
    public void A_validly_signed_file_with_a_transform_that_drops_content_is_refused()
    {
        var path = new XmlDsigXPathTransform();
        var carrier = new XmlDocument();
        carrier.LoadXml("<XPath>self::text()</XPath>");
        path.LoadInnerXml(carrier.ChildNodes);
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(Signer.Sign(Files.Plain, transform: path), Demand));
    }

    private static string Signature(string signed) => Regex.Match(signed, "<Signature .*</Signature>", RegexOptions.Singleline).Value;

    private static string Declared(string xml) => xml[xml.IndexOf("<KeyContainer", StringComparison.Ordinal)..];
}
