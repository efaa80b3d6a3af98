using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading.Lists;

/// <summary>The dialects of LinOTP, privacyIDEA and NetIQ, a line each.</summary>
public class OathCsvTests
{
    private const string Hex = SeedText.RfcHex;
    private const string Hex32 = "3132333435363738393031323334353637383930313233343536373839303132";
    private const string Hex64 = Hex32 + Hex32;

    [Theory]
    [InlineData($"TOK00001,{Hex}", $"TOK00001 Hotp Sha1 6 #0 {Hex}")]
    [InlineData($"TOK00001 , {Hex} , hotp , 8 , 17", $"TOK00001 Hotp Sha1 8 #17 {Hex}")]
    [InlineData($"TOK00001,{Hex},HMAC,6", $"TOK00001 Hotp Sha1 6 #0 {Hex}")]
    [InlineData($"TOK00001,{Hex},TOTP", $"TOK00001 Totp Sha1 6 30s {Hex}")]
    [InlineData($"TOK00001,{Hex},totp,7,60", $"TOK00001 Totp Sha1 7 60s {Hex}")]
    [InlineData($"TOK00001,{Hex},totp,6,30,sha256", $"TOK00001 Totp Sha256 6 30s {Hex}")]
    [InlineData($"TOK00001,{Hex},totp,6,30,SHA-512,,", $"TOK00001 Totp Sha512 6 30s {Hex}")]
    [InlineData($"TOK00001,{Hex},hotp,6,30,sha1", $"TOK00001 Hotp Sha1 6 #0 {Hex}")]
    [InlineData($"TOK00001,{Hex32},totp", $"TOK00001 Totp Sha256 6 30s {Hex32}")]
    [InlineData($"TOK00001,{Hex32},totp,6,30,sha1", $"TOK00001 Totp Sha1 6 30s {Hex32}")]
    [InlineData($"TOK00001,{Hex64},totp", $"TOK00001 Totp Sha512 6 30s {Hex64}")]
    [InlineData($"TOK00001;{Hex};totp;8;60", $"TOK00001 Totp Sha1 8 60s {Hex}")]
    [InlineData($"TOK00001\t{Hex}\ttotp\t8\t60", $"TOK00001 Totp Sha1 8 60s {Hex}")]
    [InlineData($"\"TOK00001\",\"{Hex}\",\"totp\",\"6\",\"30\"", $"TOK00001 Totp Sha1 6 30s {Hex}")]
    [InlineData($"\"a\"\"b,c\",{Hex}", $"a\"b,c Hotp Sha1 6 #0 {Hex}")]
    [InlineData($"TOK-00.1:x_y,{Hex}", $"TOK-00.1:x_y Hotp Sha1 6 #0 {Hex}")]
    public void A_line_is_one_key(string line, string key) => Assert.Equal([key], SeedText.Read(line));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Comments_headers_and_empty_lines_bear_no_key_however_lines_end(string end)
    {
        string text = string.Join(end, "\uFEFF# from the bench", "serial,key,type", "", $"A0000001,{Hex}", "  ", "#", $"A0000002,{Hex},totp", "");
        Assert.Equal([$"A0000001 Hotp Sha1 6 #0 {Hex}", $"A0000002 Totp Sha1 6 30s {Hex}"], SeedText.Read(text));
    }

    [Fact]
    public void Version_2_begins_with_user_resolver_and_realm() =>
        Assert.Equal([$"A0000001 Totp Sha1 6 60s {Hex}"], SeedText.Read($"# version: 2\nalice,ldap,corp,A0000001,{Hex},totp,6,60"));

    [Fact]
    public void Where_nothing_is_guessed_nothing_is_remarked()
    {
        using SeedDocument document = SeedText.Open($"TOK00001,{Hex},totp,6,30");
        Assert.Empty(document.Remarks);
    }

    [Theory]
    [InlineData($"TOK00001,{Hex32},totp", "SHA-256")]
    [InlineData($"TOK00001,{Hex},hotp,6,30", "begin at that counter")]
    [InlineData($"TOK00001,{Hex},hotp,6,30,sha1", "begin at counter 0")]
    public void What_was_guessed_is_told(string line, string remark)
    {
        using SeedDocument document = SeedText.Open(line);
        Assert.Contains(remark, Assert.Single(document.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"TOK00001,{Hex}0", PskcError.BadSecret)]
    [InlineData("TOK00001,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", PskcError.BadSecret)]
    [InlineData("TOK00001,1212", PskcError.OutOfRange)]
    [InlineData($"TOK00001,{Hex},ocra,OCRA-1:HOTP-SHA1-6:QN08", PskcError.UnknownAlgorithm)]
    [InlineData($"TOK00001,{Hex},totp,5", PskcError.OutOfRange)]
    [InlineData($"TOK00001,{Hex},totp,six", PskcError.BadNumber)]
    [InlineData($"TOK00001,{Hex},totp,6,0", PskcError.OutOfRange)]
    [InlineData($"TOK00001,{Hex},hotp,6,-1", PskcError.BadNumber)]
    [InlineData($"TOK00001,{Hex},totp,6,30,md5", PskcError.UnknownSuite)]
    [InlineData($"\"TOK00001,{Hex}", PskcError.BadLine)]
    [InlineData($"TOK00001,{Hex}\ntok00001,{Hex}", PskcError.DuplicateId)]
    [InlineData("TOK00001,", PskcError.UnknownFormat)]
    [InlineData("hello world", PskcError.UnknownFormat)]
    [InlineData("# nothing but words\n", PskcError.MissingElement)]
    public void A_line_that_is_off_refuses_the_file(string text, PskcError error) => Assert.Equal(error, SeedText.Refused(text).Error);

    [Fact]
    public void An_error_names_line_and_key_and_no_secret()
    {
        PskcException refusal = SeedText.Refused($"A0000001,{Hex}\n\nA0000002,{Hex}xx");
        Assert.Equal((3, "A0000002"), (refusal.Line, refusal.Key));
        Assert.StartsWith("Line 3, key 'A0000002': ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Hex},A0000001")]
    [InlineData($"{Hex},")]
    [InlineData($"A0000001,{Hex}\n{Hex}\n")]
    public void A_secret_in_the_wrong_column_shows_in_no_error(string text) => SeedText.Refused(text);

    [Fact]
    public void Bytes_that_are_no_UTF8_and_lines_without_end_are_refused_by_their_number()
    {
        var latin = new MemoryStream([.. "A0000001,"u8, .. System.Text.Encoding.ASCII.GetBytes(Hex), 10, 0xE9, 0x2C, 0x31]);
        Assert.Equal((PskcError.BadText, 2), Place(Assert.Throws<PskcException>(() => SeedReader.Open(latin, new PskcReadOptions()))));
        Assert.Equal((PskcError.BadLine, 2), Place(SeedText.Refused($"A0000001,{Hex}\n{new string('9', 5000)},1")));
    }

    [Fact]
    public void A_list_is_refused_where_encryption_or_a_signature_is_demanded()
    {
        Assert.Equal(PskcError.PlainSecret, SeedText.Refused($"A0000001,{Hex}", new PskcReadOptions { RequireEncryption = true }).Error);
        Assert.Equal(PskcError.SignatureMissing, SeedText.Refused($"A0000001,{Hex}", new PskcReadOptions { Certificate = Signer.Certificate }).Error);
    }

    private static (PskcError, int?) Place(PskcException e) => (e.Error, e.Line);
}
