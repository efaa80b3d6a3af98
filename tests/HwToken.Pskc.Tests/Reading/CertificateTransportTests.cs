using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>Values encrypted to a certificate (RFC 6030, 6.3), and a content key that travels so.</summary>
public sealed class CertificateTransportTests : IDisposable
{
    private const string Oaep = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    private const string Oaep11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    private const string Old = "http://www.w3.org/2001/04/xmlenc#rsa_1_5";
    private const string Sha256 = """<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>""";
    private const string Mgf256 = """<xenc11:MGF Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/>""";

    private readonly PskcKeySource receiver = PskcKeySource.ReceiverKey(Signer.Certificate.GetRSAPrivateKey()!);

    public void Dispose() => receiver.Dispose();

    [Theory]
    [InlineData(Oaep, "", "SHA1")]
    [InlineData(Oaep, """<ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>""", "SHA1")]
    [InlineData(Oaep11, "", "SHA1")]
    [InlineData(Oaep11, Sha256 + Mgf256, "SHA256")]
    public void OAEP_opens_with_the_receiver_s_key(string method, string parameters, string hash)
    {
        using SeedDocument document = Try.Open(File(method, parameters, RSAEncryptionPadding.CreateOaep(new HashAlgorithmName(hash))), Options);
        Assert.True(document.Encrypted);
        Assert.Equal(Files.RfcSecret, Try.Secret(Assert.Single(document.ReadAll())));
        Assert.Contains("Only a signature", Assert.Single(document.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_1_5_opens_only_when_it_is_allowed()
    {
        string xml = File(Old, "", RSAEncryptionPadding.Pkcs1);
        PskcException refusal = Assert.Throws<PskcException>(() => Try.Open(xml, Options));
        Assert.Equal(PskcError.UnsupportedEncryption, refusal.Error);
        Assert.Contains("--allow-rsa15", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Files.RfcSecret, Try.Secret(Assert.Single(Try.Read(xml, Options with { AllowRsa15 = true }))));
    }

    [Fact]
    public void A_content_key_may_travel_under_OAEP()
    {
        var inner = new Sealed();
        string wrapped = Cipher(Oaep, "", RSAEncryptionPadding.OaepSHA1, inner.EncryptionKeyBytes);
        string xml = new Sealed { EncryptionKey = $"<xenc:EncryptedKey>{wrapped}</xenc:EncryptedKey>" }.Build();
        Assert.Equal(2, Try.Read(xml, Options).Count);
    }

    [Fact]
    public void Without_the_key_or_with_another_one_nothing_opens()
    {
        string xml = File(Oaep, "", RSAEncryptionPadding.OaepSHA1);
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml));
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml, new PskcReadOptions { KeySource = PskcKeySource.PreSharedKey(new byte[16]) }));
        using PskcKeySource other = PskcKeySource.ReceiverKey(Signer.Other.GetRSAPrivateKey()!);
        Assert.Equal(PskcError.WrongKey, Try.Refused(xml, new PskcReadOptions { KeySource = other }));
        Assert.Throws<ArgumentException>(() => PskcKeySource.ReceiverKey(Signer.Weak.GetRSAPrivateKey()!));
    }

    [Theory]
    [InlineData(Oaep, Sha256)]
    [InlineData(Oaep11, Sha256)]
    [InlineData(Old, Sha256)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#kw-aes128", "")]
    public void Other_parameters_are_refused(string method, string parameters) =>
        Assert.Contains(Try.Refused(File(method, parameters, RSAEncryptionPadding.OaepSHA256), Options), new[] { PskcError.UnsupportedEncryption, PskcError.UnexpectedElement });

    private PskcReadOptions Options => new() { KeySource = receiver };

    private static string File(string method, string parameters, RSAEncryptionPadding padding) => Files.Container(
        $"<EncryptionKey><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Signer.Certificate.RawData)}</ds:X509Certificate></ds:X509Data></EncryptionKey>"
        + Files.HotpPackage("HWHA00000002", $"<EncryptedValue>{Cipher(method, parameters, padding, Encoding.ASCII.GetBytes(Files.RfcSecret))}</EncryptedValue>"),
        """ xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" """);

    private static string Cipher(string method, string parameters, RSAEncryptionPadding padding, byte[] plain)
    {
        using RSA rsa = Signer.Certificate.GetRSAPublicKey()!;
        return $"""<xenc:EncryptionMethod Algorithm="{method}">{parameters}</xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(rsa.Encrypt(plain, padding))}</xenc:CipherValue></xenc:CipherData>""";
    }
}
