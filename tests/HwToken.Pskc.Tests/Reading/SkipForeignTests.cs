using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>One foreign key among good ones: left out and listed when that is allowed, else the file is refused.</summary>
public class SkipForeignTests
{
    private static readonly PskcReadOptions Skipping = new() { SkipForeign = true };

    public static TheoryData<string, string, PskcError> Foreign => new()
    {
        { Files.Totp, "urn:ietf:params:xml:ns:keyprov:pskc:ocra", PskcError.UnknownAlgorithm },
        { Files.Totp, "urn:ietf:params:xml:ns:keyprov:pskc:pin", PskcError.UnknownAlgorithm },
        { "HMAC-SHA1", "OCRA-1:HOTP-SHA512-8:C-QN08", PskcError.UnknownSuite },
        { "<ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>", "<ChallengeFormat Encoding=\"DECIMAL\" Min=\"8\" Max=\"8\"/><ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>", PskcError.UnsupportedFormat },
        { "<KeyUsage>OTP</KeyUsage>", "<PINPolicy PINKeyId=\"x\"/><KeyUsage>OTP</KeyUsage>", PskcError.UnsupportedPolicy },
        { "<TimeInterval><PlainValue>30</PlainValue></TimeInterval>", "", PskcError.MissingElement },
        { $"<PlainValue>{Files.RfcSecretBase64}</PlainValue>", "<PlainValue>MTIzNA==</PlainValue>", PskcError.OutOfRange },
        { $"<PlainValue>{Files.RfcSecretBase64}</PlainValue>", "<PlainValue>!!!!</PlainValue>", PskcError.BadBase64 },
        { "2036-12-31T23:59:59Z", "soon", PskcError.BadDate },
        { "<Issuer>HwToken</Issuer>", "<Unheard><a><b/></a></Unheard>", PskcError.UnexpectedElement },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_foreign_key_is_left_out_and_listed_with_line_and_ID(string old, string with, PskcError error)
    {
        // Only the first key is made foreign; two good ones stand behind it.
        string foreign = Try.Replace(Files.TotpPackage("HWTA00000001"), old, with);
        string xml = Files.Container("\n" + foreign + "\n" + Files.HotpPackage("HWHA00000002") + Files.TotpPackage("HWTA00000003"));
        Assert.Equal(error, Try.Refused(xml));
        using SeedDocument document = Try.Open(xml, Skipping);
        Assert.Equal(["HWHA00000002", "HWTA00000003"], document.ReadAll().Select(key => key.Id));
        SeedRefusal refusal = Assert.Single(document.Refused);
        Assert.Equal((error, "HWTA00000001"), (refusal.Error, refusal.Key));
        Assert.InRange(refusal.Line, 2, 16);
        Assert.DoesNotContain("Nothing was taken", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_key_behind_the_good_ones_is_left_out_too()
    {
        string xml = Files.Container(Files.HotpPackage("HWHA00000002") + Try.Replace(Files.HotpPackage("HWHA00000003"), Files.Hotp, "urn:x"));
        using SeedDocument document = Try.Open(xml, Skipping);
        Assert.Equal((1, 1), (document.Count, document.Refused.Count));
    }

    [Fact]
    public void What_puts_the_whole_file_in_doubt_refuses_it_all_the_same()
    {
        Assert.Equal(PskcError.DuplicateId, Try.Refused(Try.Replace(Files.Plain, "HWHA00000002", "HWTA00000001"), Skipping));
        Assert.Equal(PskcError.NotXml, Try.Refused(Files.Plain[..^20], Skipping));
        var sealedFile = new Sealed();
        PskcReadOptions options = sealedFile.Options with { SkipForeign = true };
        string xml = sealedFile.Build();
        Assert.Equal(PskcError.PlainSecret, Try.Refused(Try.Replace(xml, sealedFile.Value(System.Text.Encoding.ASCII.GetBytes(Files.RfcSecret), 1), $"<PlainValue>{Files.RfcSecretBase64}</PlainValue>"), options));
        Assert.Equal(PskcError.MacWrong, Try.Refused(System.Text.RegularExpressions.Regex.Replace(xml, "<ValueMAC>....", "<ValueMAC>AAAA"), options));
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml, Skipping));
    }

    [Fact]
    public void A_file_of_which_nothing_can_be_taken_is_refused_with_the_first_reason()
    {
        PskcException refusal = Assert.Throws<PskcException>(() => Try.Open(Files.Container(Try.Replace(Files.HotpPackage("HWHA00000003"), Files.Hotp, "urn:x")), Skipping));
        Assert.Equal(PskcError.UnknownAlgorithm, refusal.Error);
        Assert.Contains("HWHA00000003", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_left_out_count_towards_the_limit()
    {
        string xml = Files.Container(Files.HotpPackage("HWHA00000002") + Try.Replace(Files.HotpPackage("HWHA00000003"), Files.Hotp, "urn:x"));
        Assert.Equal(PskcError.TooLarge, Try.Refused(xml, Skipping with { Limits = new PskcLimits { MaxKeys = 1 } }));
    }
}
