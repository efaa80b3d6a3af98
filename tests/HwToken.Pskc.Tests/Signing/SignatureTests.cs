using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Signing;

public class SignatureTests
{
    private static readonly PskcReadOptions Demand = new() { Certificate = Signer.Certificate };
    private static readonly PskcReadOptions DemandOrSha1 = Demand with { AllowSha1Signature = true };

    // Everything that canonical XML has a rule for: quotes, entities, attribute order, default namespace on and off, unused prefixes, characters beyond the BMP.
    private static string Awkward => Files.Plain
        .Replace(" xmlns=", " xmlns:unused='urn:u' xmlns:b=\"urn:b\" xmlns=")
        .Replace("<Issuer>HwToken</Issuer>", "<Issuer>A &amp; B &lt;\u00e9\ud83d\udd11&gt; &#x41; \"</Issuer>")
        .Replace("<CryptoModuleInfo>", "<CryptoModuleInfo xml:lang='de' b:z=\"1\" a:y='&quot;&#9;&#10; &lt;' c=\"&gt;\" xmlns:a=\"urn:z\">")
        .Replace("<Model>HW-T</Model>", "<Model\n  >HW-T</Model  ><Extensions>&#13;\r\n&#10;<x xmlns=''><y xmlns='urn:q'><p:n xmlns:p='urn:p'/><p:n xmlns:p='urn:p2' p:a=''/></y></x></Extensions><!-- gone -->");

    public static TheoryData<string, bool> Forms => new()
    {
        { SignedXml.XmlDsigExcC14NTransformUrl, true },
        { SignedXml.XmlDsigExcC14NTransformUrl, false },
        { SignedXml.XmlDsigC14NTransformUrl, true },
        { SignedXml.XmlDsigC14NTransformUrl, false },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Signatures_by_SignedXml_are_valid_in_every_canonical_form(string c14n, bool exclusiveDigest)
    {
        foreach (string xml in new[] { Files.Plain, Awkward })
        {
            string signed = Signer.Sign(xml, c14n, exclusiveDigest ? new XmlDsigExcC14NTransform() : null);
            Assert.True(Signer.Verify(signed, Signer.Certificate));
            using SeedDocument document = Try.Open(signed, Demand);
            Assert.Equal(PskcSignatureStatus.Valid, document.Signature);
            Assert.Equal(PskcSignatureStatus.Valid, Try.Open(Signer.Sign(xml, c14n, null, uri: "#LOT-7"), Demand).Signature);
        }
    }

    [Fact]
    public void Without_a_certificate_a_signature_is_unchecked_and_none_is_absent()
    {
        Assert.Equal(PskcSignatureStatus.Unchecked, Try.Open(Signer.Sign(Files.Plain)).Signature);
        Assert.Equal(PskcSignatureStatus.Absent, Try.Open(Files.Plain).Signature);
        Assert.Equal(PskcSignatureStatus.Absent, Check(Files.Plain, Demand));
        Assert.Equal(PskcSignatureStatus.Unchecked, Check(Signer.Sign(Files.Plain), new PskcReadOptions()));
        Assert.Equal(PskcSignatureStatus.Invalid, Check(Try.Replace(Signer.Sign(Files.Plain), ">42<", ">43<"), Demand));
    }

    [Fact]
    public void An_unsigned_file_is_refused_when_a_certificate_is_given() =>
        Assert.Equal(PskcError.SignatureMissing, Try.Refused(Files.Plain, Demand));

    [Fact]
    public void The_certificate_in_the_file_is_never_trusted()
    {
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Signer.Sign(Files.Plain, certificate: Signer.Other), Demand));
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Signer.Sign(Files.Plain), Demand with { Certificate = Signer.Elliptic }));
    }

    [Fact]
    public void A_weak_key_is_refused() => Assert.Equal(
        PskcError.SignatureUnsupported,
        Try.Refused(Signer.Sign(Files.Plain, certificate: Signer.Weak), Demand with { Certificate = Signer.Weak }));

    [Theory]
    [InlineData(SignedXml.XmlDsigRSASHA1Url, SignedXml.XmlDsigSHA1Url)]
    [InlineData(SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigSHA1Url)]
    [InlineData(SignedXml.XmlDsigRSASHA1Url, SignedXml.XmlDsigSHA256Url)]
    public void SHA1_anywhere_in_a_signature_is_refused_unless_allowed(string method, string digest)
    {
        string signed = Signer.Sign(Files.Plain, method: method, digest: digest);
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(signed, Demand));
        Assert.Equal(PskcSignatureStatus.Valid, Try.Open(signed, DemandOrSha1).Signature);
    }

    [Theory]
    [InlineData(SignedXml.XmlDsigRSASHA384Url, SignedXml.XmlDsigSHA384Url)]
    [InlineData(SignedXml.XmlDsigRSASHA512Url, SignedXml.XmlDsigSHA512Url)]
    public void Longer_hashes_are_valid(string method, string digest) =>
        Assert.Equal(PskcSignatureStatus.Valid, Try.Open(Signer.Sign(Files.Plain, method: method, digest: digest), Demand).Signature);

    [Fact]
    public void ECDSA_signatures_are_valid_and_refused_when_altered()
    {
        // SignedXml makes no ECDSA: its SignedInfo is canonicalized by its own transform and signed here.
        string template = Signer.Sign(Files.Plain).Replace("xmldsig-more#rsa-sha256", "xmldsig-more#ecdsa-sha256");
        var document = Signer.Load(template);
        var info = new System.Xml.XmlDocument { PreserveWhitespace = true };
        info.LoadXml(document.GetElementsByTagName("SignedInfo")[0]!.OuterXml);
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(info);
        using var canonical = (MemoryStream)transform.GetOutput(typeof(Stream));
        using ECDsa key = Signer.Elliptic.GetECDsaPrivateKey()!;
        document.GetElementsByTagName("SignatureValue")[0]!.InnerText = Convert.ToBase64String(key.SignData(canonical.ToArray(), HashAlgorithmName.SHA256));
        PskcReadOptions demand = Demand with { Certificate = Signer.Elliptic };
        Assert.Equal(PskcSignatureStatus.Valid, Try.Open(document.OuterXml, demand).Signature);
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(document.OuterXml, ">42<", ">43<"), demand));
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(document.OuterXml, Demand));
    }

    public static TheoryData<string, string> Tamperings => new()
    {
        { "<PlainValue>42<", "<PlainValue>43<" },
        { "HWHA00000002", "HWHA00000003" },
        { "Length=\"8\"", "Length=\"6\"" },
        { "</KeyPackage>", " </KeyPackage>" },
        { "Id=\"LOT-7\"", "Id=\"LOT-8\"" },
        { "</KeyContainer>", "<Extensions/></KeyContainer>" },
        { "<Issuer>HwToken</Issuer>", "" },
        { "<KeyUsage>OTP</KeyUsage>", "" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Any_change_of_the_content_is_refused(string old, string with) =>
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(Signer.Sign(Files.Plain), old, with), Demand));

    [Fact]
    public void A_comment_changes_neither_the_signature_nor_what_is_read()
    {
        string xml = Try.Replace(Signer.Sign(Files.Plain), "<SerialNo>HWHA00000002", "<SerialNo>HWHA<!-- cut here -->00000002");
        Assert.Equal("HWHA00000002", Try.Read(xml, Demand)[1].SerialNo);
    }

    /// <summary>Found by the fuzz test: the parser's own exception escaped.</summary>
    [Fact]
    public void Damage_inside_the_text_of_SignedInfo_is_a_refusal_like_any_other()
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Signer.Sign(Files.Plain));
        bytes[bytes.AsSpan().IndexOf("<DigestValue>"u8) + 20] = 0xFF;
        Assert.Equal(PskcError.NotXml, Assert.Throws<PskcException>(() => PskcReader.Open(new MemoryStream(bytes), Demand)).Error);
    }

    private static PskcSignatureStatus Check(string xml, PskcReadOptions options) =>
        PskcReader.CheckSignature(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml)), options).Status;
}
