using System.Buffers.Binary;
using System.Security.Cryptography;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

public class EncryptedFileTests
{
    private const string Passphrase = "correct horse";
    private static readonly byte[] Salt = [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [InlineData(128, "SHA1", true)]
    [InlineData(192, "SHA1", true)]
    [InlineData(256, "SHA1", true)]
    [InlineData(128, "SHA256", true)]
    [InlineData(256, "SHA256", true)]
    [InlineData(128, "SHA384", true)]
    [InlineData(256, "SHA512", true)]
    [InlineData(128, "SHA1", false)]
    [InlineData(256, "SHA256", false)]
    public void Every_pair_of_cipher_and_MAC_opens_with_and_without_MAC_key(int bits, string mac, bool macKey)
    {
        var file = new Sealed { KeyBits = bits, Mac = new HashAlgorithmName(mac), WithMacKey = macKey };
        using SeedDocument document = Try.Open(file.Build(), file.Options);
        Assert.True(document.Encrypted);
        Assert.All(document.ReadAll(), key => Assert.Equal(Files.RfcSecret, Try.Secret(key)));
    }

    [Theory]
    [InlineData("http://www.w3.org/2000/09/xmldsig#hmac-sha1", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha1")]
    [InlineData("http://www.w3.org/2000/09/xmldsig#hmac-sha1", "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#hmac-sha1")]
    [InlineData("<EncryptionKey><ds:KeyName>Bench key</ds:KeyName></EncryptionKey>", "<EncryptionKey/>")]
    public void A_misplaced_name_of_the_MAC_and_a_key_without_a_name_are_understood(string old, string with)
    {
        var file = new Sealed();
        Assert.Equal(2, Try.Read(Try.Replace(file.Build(), old, with), file.Options).Count);
    }

    public static TheoryData<string, string, string> Derivations
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string ns in new[] { "", "xenc11:", "pkcs5:" })
            {
                foreach (string length in new[] { "", "<{0}KeyLength>16</{0}KeyLength>" })
                {
                    data.Add(ns, length, "SHA1");
                    data.Add(ns, length, "SHA256");
                    data.Add(ns, length, "SHA512");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Derivations))]
    public void PBKDF2_parameters_are_read_in_every_namespace_with_any_PRF(string prefix, string length, string hash)
    {
        string prf = hash == "SHA1" ? "<{0}PRF/>" : $"<{{0}}PRF Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-{hash.ToLowerInvariant()}\"/>";
        var file = Derived(string.Format(length, prefix) + string.Format(prf, prefix), prefix, hash);
        Assert.All(Try.Read(file.Build(), WithPassphrase(Passphrase)), key => Assert.Equal(Files.RfcSecret, Try.Secret(key)));
        Assert.Contains(Try.Refused(file.Build(), WithPassphrase("wrong horse")), new[] { PskcError.WrongKey, PskcError.MacWrong });
        Assert.Equal(PskcError.KeyRequired, Try.Refused(file.Build(), file.Options));
        Assert.Equal(PskcError.KeyRequired, Try.Refused(file.Build()));
    }

    [Theory]
    [InlineData("<PRF Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-md5\"/>", PskcError.UnsupportedEncryption)]
    [InlineData("<KeyLength>32</KeyLength>", PskcError.UnsupportedEncryption)]
    [InlineData("<KeyLength>1000000</KeyLength>", PskcError.OutOfRange)]
    [InlineData("<Rounds>3</Rounds>", PskcError.UnexpectedElement)]
    [InlineData("<Salt><Specified>AAAA</Specified></Salt>", PskcError.UnexpectedElement)]
    public void Bad_PBKDF2_parameters_are_refused(string extra, PskcError error) =>
        Assert.Equal(error, Try.Refused(Derived(extra, "").Build(), WithPassphrase(Passphrase)));

    [Theory]
    [InlineData("1000", "10000001", PskcError.OutOfRange)]
    [InlineData("1000", "0", PskcError.OutOfRange)]
    [InlineData("pkcs-5v2-0#pbkdf2", "pkcs-5v2-0#pbkdf1", PskcError.UnsupportedEncryption)]
    [InlineData("AQIDBAUGBwg=", "AQIDBAUGBwg", PskcError.BadBase64)]
    public void Rounds_are_capped_and_the_derivation_must_be_known(string old, string with, PskcError error) =>
        Assert.Equal(error, Try.Refused(Try.Replace(Derived("", "").Build(), old, with), WithPassphrase(Passphrase)));

    [Fact]
    public void A_missing_MAC_is_refused_whichever_part_is_missing()
    {
        var file = new Sealed();
        string xml = file.Build();
        string value = System.Text.RegularExpressions.Regex.Match(xml, "<ValueMAC>.*?</ValueMAC>").Value;
        Assert.Equal(PskcError.MacMissing, Try.Refused(Try.Replace(xml, value, ""), file.Options));
        string method = System.Text.RegularExpressions.Regex.Match(xml, "<MACMethod.*?</MACMethod>").Value;
        Assert.Equal(PskcError.MacMissing, Try.Refused(Try.Replace(xml, method, ""), file.Options));
        Assert.Equal(PskcError.MacMissing, Try.Refused(new Sealed { WithMac = false }.Build(), file.Options));
        // Without MACKey the encryption key is the MAC key: stripping it must not help anybody.
        string key = System.Text.RegularExpressions.Regex.Match(xml, "<MACKey>.*?</MACKey>").Value;
        Assert.Equal(PskcError.MacWrong, Try.Refused(Try.Replace(xml, key, ""), file.Options));
    }

    [Fact]
    public void Every_flipped_byte_of_a_cipher_text_or_MAC_is_noticed()
    {
        var file = new Sealed();
        string xml = file.Build();
        foreach (string element in new[] { "xenc:CipherValue", "ValueMAC" })
        {
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(xml, $"<{element}>(.*?)</{element}>"))
            {
                byte[] bytes = Convert.FromBase64String(match.Groups[1].Value);
                for (int i = 0; i < bytes.Length; i++)
                {
                    bytes[i] ^= 0x10;
                    string edited = xml[..match.Groups[1].Index] + Convert.ToBase64String(bytes) + xml[(match.Groups[1].Index + match.Groups[1].Length)..];
                    Assert.Contains(Try.Refused(edited, file.Options), new[] { PskcError.MacWrong, PskcError.WrongKey });
                    bytes[i] ^= 0x10;
                }
            }
        }
    }

    [Fact]
    public void The_wrong_key_kind_length_or_value_is_refused_with_its_own_reason()
    {
        string xml = new Sealed().Build();
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml));
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml, WithPassphrase("x")));
        Assert.Equal(PskcError.WrongKey, Try.Refused(xml, new Sealed { KeyBits = 256 }.Options));
        Assert.Contains(Try.Refused(xml, new Sealed { Key = new byte[16] }.Options), new[] { PskcError.WrongKey, PskcError.MacWrong });
    }

    [Theory]
    [InlineData("#aes128-cbc", "#tripledes-cbc", PskcError.UnsupportedEncryption)]
    [InlineData("#aes128-cbc", "#aes256-cbc", PskcError.WrongKey)]
    [InlineData("#hmac-sha1", "#hmac-md5", PskcError.UnsupportedEncryption)]
    [InlineData("<ds:KeyName>Bench key</ds:KeyName>", "<ds:X509Data/>", PskcError.UnsupportedEncryption)]
    [InlineData("<EncryptionKey><ds:KeyName>Bench key</ds:KeyName></EncryptionKey>", "", PskcError.UnsupportedEncryption)]
    [InlineData("</KeyPackage></KeyContainer>", "</KeyPackage><EncryptionKey/></KeyContainer>", PskcError.UnexpectedElement)]
    public void Unknown_or_misplaced_encryption_is_refused(string old, string with, PskcError error)
    {
        var file = new Sealed();
        Assert.Equal(error, Try.Refused(Try.Replace(file.Build(), old, with), file.Options));
    }

    [Fact]
    public void A_secret_in_clear_among_encrypted_ones_is_refused()
    {
        var file = new Sealed();
        string xml = Try.Replace(file.Build(), "</KeyContainer>", Files.HotpPackage("HWHA00000003") + "</KeyContainer>");
        Assert.Equal(PskcError.PlainSecret, Try.Refused(xml, file.Options));
    }

    public static TheoryData<byte[], long> Counters => new()
    {
        { [0, 0, 16, 146], 4242 },
        { [0, 0, 0, 0, 0, 0, 16, 146], 4242 },
        { [0], 0 },
        { [16, 146], 4242 },
        { [59, 254, 177, 72, 128, 141, 214], 0x3BFEB148808DD6 },
        { "0"u8.ToArray(), 0 },
        { "42"u8.ToArray(), 42 },
        { "4242"u8.ToArray(), 4242 },
    };

    /// <summary>Integers as the RFC wants them, without leading zeros (multiOTP's samples), and as decimal digits.</summary>
    [Theory]
    [MemberData(nameof(Counters))]
    public void An_encrypted_counter_is_read_as_integer_and_as_digits(byte[] bytes, long counter)
    {
        var file = new Sealed { Counter = s => s.Value(bytes, 3) };
        Assert.Equal(counter, Try.Read(file.Build(), file.Options)[1].Counter);
    }

    public static TheoryData<byte[], PskcError> BadCounters => new()
    {
        { [0, 0, 0, 0, 0, 0, 0, 0, 42], PskcError.BadNumber },
        { [200], PskcError.OutOfRange },
        { "99999999999999999999"u8.ToArray(), PskcError.BadNumber },
        { [255, 255, 255, 255], PskcError.OutOfRange },
    };

    [Theory]
    [MemberData(nameof(BadCounters))]
    public void Other_forms_of_an_encrypted_counter_are_refused(byte[] bytes, PskcError error)
    {
        var file = new Sealed { Counter = s => s.Value(bytes, 3) };
        Assert.Equal(error, Try.Refused(file.Build(), file.Options));
    }

    private static PskcReadOptions WithPassphrase(string passphrase) => new() { KeySource = PskcKeySource.Passphrase(passphrase) };

    private static Sealed Derived(string extra, string prefix, string hash = "SHA1")
    {
        string none = prefix.Length == 0 ? " xmlns=\"\"" : "";
        return new()
        {
            Key = Rfc2898DeriveBytes.Pbkdf2(Passphrase, Salt, 1000, new HashAlgorithmName(hash), 16),
            EncryptionKey = $"""
                <xenc11:DerivedKey><xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2"><pkcs5:PBKDF2-params>
                <{prefix}Salt{none}><{prefix}Specified>AQIDBAUGBwg=</{prefix}Specified></{prefix}Salt><{prefix}IterationCount{none}>1000</{prefix}IterationCount>{extra}
                </pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod><xenc11:MasterKeyName>My words</xenc11:MasterKeyName></xenc11:DerivedKey>
                """,
        };
    }
}
