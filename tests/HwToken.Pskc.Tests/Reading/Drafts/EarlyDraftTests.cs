using System.Security.Cryptography;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading.Drafts;

/// <summary>Containers of the early drafts, as ActivIdentity writes them; made anew.</summary>
public class EarlyDraftTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    private static readonly byte[] Vector = [.. Enumerable.Range(101, 16).Select(i => (byte)i)];

    private static PskcReadOptions Options => new() { KeySource = PskcKeySource.PreSharedKey(Key) };

    [Fact]
    public void An_encrypted_container_opens_and_its_counter_stands_in_clear()
    {
        using SeedDocument document = SeedText.Open(Encrypted(), Options);
        Assert.Equal((SeedFormat.PskcDraft, true), (document.Format, document.Encrypted));
        Assert.Equal($"0950380001 Hotp Sha1 8 #837 {SeedText.RfcHex}", SeedText.Line(Assert.Single(document.ReadAll())));
        Assert.NotEmpty(document.Remarks);
    }

    [Theory]
    [InlineData("KeyContainer", "Key", "urn:ietf:params:xml:ns:keyprov:container")]
    [InlineData("SecretContainer", "Secret", "http://www.openauthentication.org/OATH/2006/08/PSKC")]
    public void A_container_in_clear_is_read_by_both_generations_of_names(string root, string key, string ns) =>
        Assert.Equal(
            [$"0950380001 Hotp Sha1 6 #12 {SeedText.RfcHex}"],
            SeedText.Read($"""
                <{root} xmlns="{ns}" version="1.2"><EncryptionMethod algorithm="NONE"/><DigestMethod algorithm="HMAC-SHA1"></DigestMethod>
                <Device><DeviceId><Manufacturer>Maker</Manufacturer><SerialNo>0950380001</SerialNo><Expiry>12/31/2036</Expiry></DeviceId>
                <{key} {key}Algorithm="HOTP" {key}Id="0950380001"><Issuer>Maker</Issuer><Usage><ResponseFormat format="DECIMAL" length="6"/></Usage><FriendlyName>First</FriendlyName>
                <Data Name="SECRET"><Value>{Files.RfcSecretBase64}</Value><ValueDigest>AAAA</ValueDigest></Data><Data Name="COUNTER"><Value>AAAAAAAAAAw=</Value></Data></{key}></Device></{root}>
                """));

    [Fact]
    public void Nothing_opens_without_the_key_with_a_wrong_one_or_when_it_was_altered()
    {
        Assert.Equal(PskcError.KeyRequired, SeedText.Refused(Encrypted()).Error);
        Assert.Equal(PskcError.MacWrong, SeedText.Refused(Encrypted(), new PskcReadOptions { KeySource = PskcKeySource.PreSharedKey(new byte[16]) }).Error);
        string altered = System.Text.RegularExpressions.Regex.Replace(Encrypted(), "<ValueDigest>....", "<ValueDigest>AAAA");
        Assert.Equal(PskcError.MacWrong, SeedText.Refused(altered, Options).Error);
        string bare = System.Text.RegularExpressions.Regex.Replace(Encrypted(), "<ValueDigest>.*</ValueDigest>", "");
        Assert.Equal(PskcError.MacMissing, SeedText.Refused(bare, Options).Error);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "PBE-3DES112-CBC", PskcError.UnsupportedEncryption)]
    [InlineData("pskc#hotp", "pskc#ocra", PskcError.UnknownAlgorithm)]
    [InlineData("Format=\"DECIMAL\"", "Format=\"ALPHANUMERIC\"", PskcError.UnsupportedFormat)]
    [InlineData("<SerialNo>0950380001</SerialNo>", "<SerialNo>0950380001</SerialNo><Expiry>01/02/2030</Expiry>", PskcError.BadDate)]
    public void What_is_not_known_is_refused(string old, string with, PskcError error) =>
        Assert.Equal(error, SeedText.Refused(Try.Replace(Encrypted(), old, with), Options).Error);

    private static string Encrypted()
    {
        byte[] secret = Encoding.ASCII.GetBytes(Files.RfcSecret);
        using var aes = Aes.Create();
        aes.Key = Key;
        return $"""
            <KeyContainer xmlns="urn:ietf:params:xml:ns:keyprov:container:1.0" version="1.0">
            <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"><IV>{Convert.ToBase64String(Vector)}</IV></EncryptionMethod>
            <DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"/>
            <Device><DeviceId><Manufacturer>Maker</Manufacturer><SerialNo>0950380001</SerialNo></DeviceId>
            <Key KeyAlgorithm="http://www.ietf.org/keyprov/pskc#hotp" KeyId="0950380001"><Issuer>Maker</Issuer><Usage OTP="true"><ResponseFormat Format="DECIMAL" Length="8"/></Usage>
            <Data Name="SECRET"><Value>{Convert.ToBase64String(aes.EncryptCbc(secret, Vector))}</Value><ValueDigest>{Convert.ToBase64String(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, Key, secret))}</ValueDigest></Data>
            <Data Name="COUNTER"><Value>AAAAAAAAA0U=</Value></Data></Key></Device></KeyContainer>
            """;
    }
}
