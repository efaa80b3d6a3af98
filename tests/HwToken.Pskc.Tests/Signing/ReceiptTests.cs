using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Signing;

/// <summary>A receipt has secrets destroyed: nothing but a whole one, signed by the certificate at hand, is read.</summary>
public class ReceiptTests
{
    private const string Header = """{"alg":"RS256"}""";

    private static readonly string Payload =
        $$"""{"type":"hwtoken-pskc-receipt-1","lot":"july","fileSha256":"{{new string('a', 64)}}","count":3,"idsSha256":"{{new string('b', 64)}}","importedAt":1800000000,"service":"test"}""";

    private static PskcReceipt Whole => new()
    {
        LotId = "july",
        FileSha256 = new string('a', 64),
        Count = 3,
        IdsSha256 = new string('b', 64),
        ImportedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        Service = "test",
    };

    [Fact]
    public void What_is_signed_is_read_again_with_white_space_around_it()
    {
        string text = Whole.Sign(Signer.Certificate);
        Assert.Equal(Whole, PskcReceipt.Verify($"\n {text}\r\n", Signer.Certificate));
        Assert.Equal(Whole, PskcReceipt.Verify(Forge(Header, Payload), Signer.Certificate));
        Assert.Equal(Whole, PskcReceipt.Verify(Forge("""{"typ":"JWT","alg":"RS256","kid":"x","jku":"https://elsewhere.example/"}""", Payload), Signer.Certificate));
    }

    [Fact]
    public void Every_single_altered_character_is_refused()
    {
        string text = Whole.Sign(Signer.Certificate);

        // The last character of a part has bits that mean nothing; it is left out of the signature, which nobody hashes.
        foreach (int at in Enumerable.Range(0, text.Length - 1))
        {
            char other = text[at] == 'A' ? 'B' : 'A';
            Assert.Throws<PskcException>(() => PskcReceipt.Verify(text[..at] + other + text[(at + 1)..], Signer.Certificate));
        }
    }

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"RS384"}""")]
    [InlineData("""{"alg":"PS256"}""")]
    [InlineData("""{"alg":"rs256"}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"alg":["RS256"]}""")]
    [InlineData("""{"alg":256}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData(""""RS256"""")]
    [InlineData("""{"alg":"none","alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","crit":["exp"],"exp":1}""")]
    [InlineData("""{"alg":"RS256","crit":[]}""")]
    [InlineData("""{"alg":"RS256","b64":false}""")]
    [InlineData("""{"alg":"RS256","a":{"a":{"a":{"a":{"a":1}}}}}""")]
    [InlineData("""{"alg":"RS256"} x""")]
    public void A_header_that_asks_for_anything_else_is_refused_though_its_signature_holds(string header) =>
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(Forge(header, Payload), Signer.Certificate));

    [Fact]
    public void A_MAC_under_the_public_key_is_no_signature()
    {
        string text = Encode("""{"alg":"HS256"}""") + "." + Encode(Payload);
        byte[] publicKey = Encoding.ASCII.GetBytes(Signer.Certificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfoPem());
        text += "." + Base64Url.EncodeToString(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(text)));
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(text, Signer.Certificate));
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(Encode("""{"alg":"none"}""") + "." + Encode(Payload) + ".", Signer.Certificate));
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(Encode(Header) + "." + Encode(Payload) + ".", Signer.Certificate));
    }

    [Theory]
    [InlineData("\"lot\":\"july\"", "\"lot\":null")]
    [InlineData("\"lot\":\"july\"", "\"lot\":5")]
    [InlineData("\"lot\":\"july\"", "\"lot\":\"\\u001b[2J\"")]
    [InlineData("\"lot\":\"july\"", "\"lot\":\"\\ud800\"")]
    [InlineData("\"lot\":\"july\"", "\"lot\":\"august\",\"lot\":\"july\"")]
    [InlineData("\"count\":3", "\"count\":\"3\"")]
    [InlineData("\"count\":3", "\"count\":3.5")]
    [InlineData("\"count\":3", "\"count\":-1")]
    [InlineData("\"count\":3", "\"count\":99999999999")]
    [InlineData("\"count\":3", "\"count\":null")]
    [InlineData("\"fileSha256\":\"a", "\"fileSha256\":\"")]
    [InlineData("\"fileSha256\":\"a", "\"fileSha256\":\"g")]
    [InlineData("\"importedAt\":1800000000", "\"importedAt\":9223372036854775807")]
    [InlineData("\"importedAt\":1800000000", "\"importedAt\":\"1800000000\"")]
    [InlineData("\"service\":\"test\"", "\"service\":{}")]
    [InlineData("\"type\":\"hwtoken-pskc-receipt-1\"", "\"type\":\"hwtoken-pskc-receipt-2\"")]
    [InlineData("\"type\":\"hwtoken-pskc-receipt-1\"", "\"type\":1")]
    [InlineData("\"type\"", "\"typ\"")]
    public void Signed_fields_of_another_form_are_no_receipt(string was, string @is)
    {
        string payload = Payload.Replace(was, @is, StringComparison.Ordinal);
        Assert.NotEqual(Payload, payload);
        Assert.Equal(PskcError.NotPskc, Assert.Throws<PskcException>(() => PskcReceipt.Verify(Forge(Header, payload), Signer.Certificate)).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("a.b")]
    [InlineData("no receipt at all")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.AAAA")]
    [InlineData("ｅ30.e30.AAAA")]
    [InlineData("{\"payload\":\"e30\",\"signatures\":[]}")]
    public void What_is_no_receipt_is_told_so(string text) => Assert.Throws<PskcException>(() => PskcReceipt.Verify(text, Signer.Certificate));

    [Fact]
    public void A_huge_text_is_refused_before_it_is_taken_apart()
    {
        string text = Whole.Sign(Signer.Certificate);
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(text + new string('A', 100_000_000), Signer.Certificate));
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(new string('.', 100_000), Signer.Certificate));
        long before = GC.GetAllocatedBytesForCurrentThread();
        string huge = new('A', 1_000_000);
        Assert.Throws<PskcException>(() => PskcReceipt.Verify(huge, Signer.Certificate));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2 * huge.Length) + 100_000);
    }

    [Fact]
    public void Another_certificate_a_weak_one_and_an_elliptic_one_are_refused()
    {
        Assert.Equal(PskcError.SignatureInvalid, Assert.Throws<PskcException>(() => PskcReceipt.Verify(Whole.Sign(Signer.Certificate), Signer.Other)).Error);
        Assert.Equal(PskcError.SignatureUnsupported, Assert.Throws<PskcException>(() => PskcReceipt.Verify(Whole.Sign(Signer.Weak), Signer.Weak)).Error);
        Assert.Equal(PskcError.SignatureUnsupported, Assert.Throws<PskcException>(() => PskcReceipt.Verify(Whole.Sign(Signer.Certificate), Signer.Elliptic)).Error);
    }

    [Fact]
    public void Nobody_signs_what_nobody_would_read()
    {
        Assert.Throws<InvalidOperationException>(() => (Whole with { LotId = "a\nb" }).Sign(Signer.Certificate));
        Assert.Throws<InvalidOperationException>(() => (Whole with { FileSha256 = "short" }).Sign(Signer.Certificate));
        Assert.Throws<InvalidOperationException>(() => (Whole with { Service = new string('x', 129) }).Sign(Signer.Certificate));
    }

    private static string Forge(string header, string payload)
    {
        string text = Encode(header) + "." + Encode(payload);
        using RSA key = Signer.Certificate.GetRSAPrivateKey()!;
        return text + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
