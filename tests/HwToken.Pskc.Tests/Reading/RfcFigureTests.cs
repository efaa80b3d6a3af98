using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>The examples of RFC 6030, set anew from their data.</summary>
public class RfcFigureTests
{
    private const string Crypto = """ xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#" """;
    private const string Device = "<DeviceInfo><Manufacturer>Manufacturer</Manufacturer><SerialNo>987654321</SerialNo><UserId>DC=example-bank,DC=net</UserId></DeviceInfo><CryptoModuleInfo><Id>CM_ID_001</Id></CryptoModuleInfo>";
    private const string EightDigits = """<AlgorithmParameters><ResponseFormat Length="8" Encoding="DECIMAL"/></AlgorithmParameters>""";
    private const string Zero = "<Counter><PlainValue>0</PlainValue></Counter>";

    [Fact]
    public void Figure_2_says_too_little_to_make_codes() => Assert.Equal(
        PskcError.OutOfRange,
        Try.Refused(Files.Container($"""<KeyPackage><Key Id="12345678" Algorithm="{Files.Hotp}"><Issuer>Issuer-A</Issuer><Data><Secret><PlainValue>MTIzNA== </PlainValue></Secret></Data></Key></KeyPackage>""")));

    [Fact]
    public void Figure_3_with_supplementary_data_is_read()
    {
        PskcKey key = Assert.Single(Try.Read(Files.Container(Package("12345678", $"<PlainValue>{Files.RfcSecretBase64}\n </PlainValue>", Zero, "<UserId>UID=jsmith,DC=example-bank,DC=net</UserId>"))));
        Assert.Equal(("12345678", "987654321", 8, 0L, "Issuer"), (key.Id, key.SerialNo, key.Digits, key.Counter, key.Issuer));
        Assert.Equal(Files.RfcSecret, Try.Secret(key));
    }

    [Fact]
    public void Figure_4_refers_to_a_key_elsewhere_and_is_refused() => Assert.Equal(
        PskcError.MissingElement,
        Try.Refused(Files.Container($"""<KeyPackage>{Device}<Key Id="12345678" Algorithm="{Files.Hotp}"><Issuer>Issuer</Issuer>{EightDigits}<KeyProfileId>keyProfile1</KeyProfileId><KeyReference>MasterKeyLabel</KeyReference><Data>{Zero}</Data></Key></KeyPackage>""")));

    [Fact]
    public void Figure_5_with_a_PIN_policy_is_refused() => Assert.Equal(
        PskcError.UnsupportedPolicy,
        Try.Refused(Files.Container(Package("12345678", $"<PlainValue>{Files.RfcSecretBase64}</PlainValue>", Zero, """<Policy><PINPolicy MinLength="4" MaxLength="4" PINKeyId="123456781" PINEncoding="DECIMAL" PINUsageMode="Local"/><KeyUsage>OTP</KeyUsage></Policy>"""))));

    [Fact]
    public void Figure_6_opens_with_the_pre_shared_key()
    {
        string xml = Files.Container(
            """<EncryptionKey><ds:KeyName>Pre-shared-key</ds:KeyName></EncryptionKey>"""
            + MacMethod("ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX")
            + Package("12345678", Encrypted("AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv") + "<ValueMAC>Su+NvtQfmvfJzF6bmQiJqoLRExc=\n</ValueMAC>", Zero),
            Crypto);
        var options = new PskcReadOptions { KeySource = PskcKeySource.PreSharedKey(Convert.FromHexString("12345678901234567890123456789012")) };
        Assert.Equal(Files.RfcSecret, Try.Secret(Assert.Single(Try.Read(xml, options))));
    }

    [Fact]
    public void Figure_7_opens_with_the_passphrase_and_starts_at_counter_0()
    {
        const string header = """
            <p:EncryptionKey><xenc11:DerivedKey><xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2"><pkcs5:PBKDF2-params>
            <Salt><Specified>Ej7/PEpyEpw=</Specified></Salt><IterationCount>1000</IterationCount><KeyLength>16</KeyLength><PRF/>
            </pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod><xenc:ReferenceList><xenc:DataReference URI="#ED"/></xenc:ReferenceList><xenc11:MasterKeyName>My Password 1</xenc11:MasterKeyName></xenc11:DerivedKey></p:EncryptionKey>
            """;
        string body = MacMethod("2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx")
            + Package("123456", Encrypted("oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f").Replace("<EncryptedValue>", "<EncryptedValue Id=\"ED\">") + "<ValueMAC>LP6xMvjtypbfT9PdkJhBZ+D6O4w=</ValueMAC>", "");
        string prefixed = System.Text.RegularExpressions.Regex.Replace(body, "<(/?)([A-Z])", "<$1p:$2");
        string xml = $"""<p:KeyContainer xmlns:p="urn:ietf:params:xml:ns:keyprov:pskc" Version="1.0"{Crypto}>{header}{prefixed}</p:KeyContainer>""";
        PskcKey key = Assert.Single(Try.Read(xml, new PskcReadOptions { KeySource = PskcKeySource.Passphrase("qwerty") }));
        Assert.Equal((Files.RfcSecret, 0L), (Try.Secret(key), key.Counter));
    }

    [Fact]
    public void Figure_9_refers_to_an_element_that_is_not_the_container()
    {
        string xml = Files.Container(Package("123", $"<PlainValue>{Files.RfcSecretBase64}</PlainValue>", Zero) + """
            <ds:Signature><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>
            <ds:Reference URI="#Device"><ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><ds:DigestValue>j6lwx3rvEPO0vKtMup4NbeVu8nk=</ds:DigestValue></ds:Reference></ds:SignedInfo>
            <ds:SignatureValue>j6lwx3rvEPO0vKtMup4NbeVu8nk=</ds:SignatureValue></ds:Signature>
            """, Crypto);
        Assert.Equal(PskcSignatureStatus.Unchecked, Try.Open(xml).Signature);
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(xml, new PskcReadOptions { Certificate = Signer.Certificate, AllowSha1Signature = true }));
    }

    [Fact]
    public void Figure_10_in_bulk_is_read_with_two_keys_in_one_device()
    {
        string Key(int id, string serial, string start, string end) =>
            $"""<KeyPackage><DeviceInfo><Manufacturer>TokenVendorAcme</Manufacturer><SerialNo>{serial}</SerialNo></DeviceInfo><Key Id="{id}" Algorithm="{Files.Hotp}"><Issuer>Issuer</Issuer>{EightDigits}<Data><Secret><PlainValue> {Files.RfcSecretBase64} </PlainValue></Secret>{Zero}</Data><Policy><StartDate>2006-{start}T00:00:00Z</StartDate><ExpiryDate>2006-{end}T00:00:00Z</ExpiryDate></Policy></Key></KeyPackage>""";
        List<PskcKey> keys = Try.Read(Files.Container(
            Key(1, "654321", "05-01", "05-31") + Key(2, "123456", "05-01", "05-31") + Key(3, "9999999", "03-01", "03-31") + Key(4, "9999999", "04-01", "04-30")));
        Assert.Equal(["1", "2", "3", "4"], keys.Select(key => key.Id));
        Assert.Equal(new DateTimeOffset(2006, 4, 30, 0, 0, 0, TimeSpan.Zero), keys[3].ExpiryDate);
    }

    private static string Package(string id, string secret, string data, string after = "") =>
        $"""<KeyPackage>{Device}<Key Id="{id}" Algorithm="{Files.Hotp}"><Issuer>Issuer</Issuer>{EightDigits}<Data><Secret>{secret}</Secret>{data}</Data>{after}</Key></KeyPackage>""";

    private static string Encrypted(string cipher) =>
        $"""<EncryptedValue><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><xenc:CipherData><xenc:CipherValue>{cipher}</xenc:CipherValue></xenc:CipherData></EncryptedValue>""";

    private static string MacMethod(string cipher) =>
        $"""<MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1">{Encrypted(cipher).Replace("EncryptedValue", "MACKey")}</MACMethod>""";
}
