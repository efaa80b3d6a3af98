using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>One edit of a good file a row: the whole file is refused, for that reason.</summary>
public class RefusalTests
{
    private const string B64 = Files.RfcSecretBase64;

    public static TheoryData<string, string, PskcError> Edits => new()
    {
        { "</KeyContainer>", "", PskcError.NotXml },
        { "<Issuer>HwToken</Issuer>", "<Issuer>Hw&bomb;</Issuer>", PskcError.NotXml },
        { "<KeyContainer ", "<!DOCTYPE x [<!ENTITY a \"b\">]><KeyContainer ", PskcError.ForbiddenMarkup },
        { "<KeyContainer ", "<!DOCTYPE KeyContainer SYSTEM \"file:///etc/passwd\"><KeyContainer ", PskcError.ForbiddenMarkup },
        { "<Issuer>HwToken</Issuer>", "<Issuer><!ELEMENT b></Issuer>", PskcError.ForbiddenMarkup },
        { "<Issuer>HwToken</Issuer>", "<![CDATA[words]]>", PskcError.UnexpectedElement },
        { "keyprov:pskc\"", "keyprov:other\"", PskcError.NotPskc },
        { "Version=\"1.0\"", "Version=\"2.0\"", PskcError.NotPskc },
        { " xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\"", "", PskcError.NotPskc },
        { "<Issuer>HwToken</Issuer>", "<Owner>HwToken</Owner>", PskcError.UnexpectedElement },
        { "<Issuer>HwToken</Issuer>", "words", PskcError.UnexpectedElement },
        { "<Issuer>HwToken</Issuer>", "<Issuer><b>HwToken</b></Issuer>", PskcError.UnexpectedElement },
        { "<Issuer>HwToken</Issuer>", "<Issuer>HwToken</Issuer><Issuer>Other</Issuer>", PskcError.RepeatedElement },
        { "<Counter><PlainValue>42", "<Counter><PlainValue>41</PlainValue></Counter><Counter><PlainValue>42", PskcError.RepeatedElement },
        { $"<Secret><PlainValue>{B64}</PlainValue></Secret>", "", PskcError.MissingElement },
        { $"<Secret><PlainValue>{B64}</PlainValue></Secret>", "<Secret></Secret>", PskcError.MissingElement },
        { $"<PlainValue>{B64}</PlainValue>", $"<PlainValue>{B64}</PlainValue><PlainValue>{B64}</PlainValue>", PskcError.UnexpectedElement },
        { "Id=\"HWTA00000001\"", "Id=\"HWTA&#9;1\"", PskcError.BadText },
        { "<ResponseFormat Length=\"8\" Encoding=\"DECIMAL\"/>", "", PskcError.MissingElement },
        { "<TimeInterval><PlainValue>30</PlainValue></TimeInterval>", "", PskcError.MissingElement },
        { B64, "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA", PskcError.BadBase64 },
        { B64, "MTIzNDU2Nzg5MDEyMzQ1Njc4OTB=", PskcError.BadBase64 },
        { B64, "MTIzNDU2Nzg5MDEyMzQ1Njc4O!A=", PskcError.BadBase64 },
        { B64, "MTIzNDU2Nzg5MDEyMzQ1Nj=4OTA=", PskcError.BadBase64 },
        { B64, "", PskcError.BadBase64 },
        { B64, "3132333435363738393031323334353637383930", PskcError.BadBase64 },
        { B64, "MTIzNA==", PskcError.OutOfRange },
        { "<PlainValue>42<", "<PlainValue>-5<", PskcError.OutOfRange },
        { "<PlainValue>42<", "<PlainValue>9223372036854775808<", PskcError.BadNumber },
        { "<PlainValue>42<", "<PlainValue>0x2A<", PskcError.BadNumber },
        { "<PlainValue>42<", "<PlainValue>4 2<", PskcError.BadNumber },
        { "<PlainValue>30<", "<PlainValue>0<", PskcError.OutOfRange },
        { "<PlainValue>30<", "<PlainValue>-30<", PskcError.OutOfRange },
        { "<PlainValue>30<", "<PlainValue>86401<", PskcError.OutOfRange },
        { "Length=\"8\"", "Length=\"5\"", PskcError.OutOfRange },
        { "Length=\"8\"", "Length=\"9\"", PskcError.OutOfRange },
        { "Length=\"8\"", "Length=\"many\"", PskcError.BadNumber },
        { "Encoding=\"DECIMAL\"", "Encoding=\"HEXADECIMAL\"", PskcError.UnsupportedFormat },
        { "Length=\"8\"", "Length=\"8\" CheckDigits=\"true\"", PskcError.UnsupportedFormat },
        { "2036-12-31T23:59:59Z", "2036-12-31T23:59:59", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-12-31T23:59:59+09:00", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-12-31", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-12-31T23:59:59.Z", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-12-31T23:59:59.5", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-12-31T23:59:59.123456789+09:00", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2036-02-30T00:00:00Z", PskcError.BadDate },
        { "2036-12-31T23:59:59Z", "2025-12-31T23:59:59Z", PskcError.BadDate },
        { "HWHA00000002", "HWTA00000001", PskcError.DuplicateId },
        { "HWHA00000002", "hwta00000001", PskcError.DuplicateId },
        { "<SerialNo>HWHA00000002", "<SerialNo>HWTA00000001", PskcError.DuplicateId },
        { Files.Totp, Files.Totp + "-foo", PskcError.UnknownAlgorithm },
        { Files.Totp, "urn:ietf:params:xml:ns:keyprov:pskc:ocra", PskcError.UnknownAlgorithm },
        { $" Algorithm=\"{Files.Hotp}\"", "", PskcError.UnknownAlgorithm },
        { "HMAC-SHA1", "HMAC-SHA3", PskcError.UnknownSuite },
        { "HMAC-SHA1", "", PskcError.UnknownSuite },
        { "<Suite>HMAC-SHA1", "<Suite hashalgo=\"sha256\">HMAC-SHA1", PskcError.UnknownSuite },
        { "<Suite>HMAC-SHA1", "<Suite hashalgo=\"md5\">HMAC-SHA1", PskcError.UnknownSuite },
        { "<KeyUsage>OTP<", "<KeyUsage>CR<", PskcError.UnsupportedPolicy },
        { "<KeyUsage>OTP</KeyUsage>", "<PINPolicy PINUsageMode=\"Append\"/><KeyUsage>OTP</KeyUsage>", PskcError.UnsupportedPolicy },
        { "<KeyUsage>OTP</KeyUsage>", "<KeyUsage>OTP</KeyUsage><NumberOfTransactions>5</NumberOfTransactions>", PskcError.UnsupportedPolicy },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void One_bad_thing_refuses_the_whole_file(string old, string with, PskcError error) =>
        Assert.Equal(error, Try.Refused(Try.Replace(Files.Plain, old, with)));

    [Fact]
    public void An_empty_container_or_package_is_refused()
    {
        Assert.Equal(PskcError.MissingElement, Try.Refused(Files.Container("")));
        Assert.Equal(PskcError.MissingElement, Try.Refused(Files.Container("<KeyPackage/>")));
        Assert.Equal(PskcError.NotXml, Try.Refused(""));
        Assert.Equal(PskcError.NotXml, Try.Refused("{}"));
        Assert.Equal(PskcError.NotXml, Try.Refused(Files.Plain + "<more/>"));
    }

    [Fact]
    public void UTF16_is_refused_as_such()
    {
        var stream = new MemoryStream(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Files.Plain)).ToArray());
        Assert.Equal(PskcError.NotXml, Assert.Throws<PskcException>(() => PskcReader.Open(stream, new PskcReadOptions())).Error);
    }

    [Fact]
    public void A_plain_file_is_refused_where_encryption_is_demanded() =>
        Assert.Equal(PskcError.PlainSecret, Try.Refused(Files.Plain, new PskcReadOptions { RequireEncryption = true }));

    [Fact]
    public void Limits_on_bytes_keys_and_secrets_hold()
    {
        Assert.Equal(PskcError.TooLarge, Try.Refused(Files.Plain, With(new PskcLimits { MaxBytes = 1000 })));
        Assert.Equal(PskcError.TooLarge, Try.Refused(Files.Plain, With(new PskcLimits { MaxKeys = 1 })));
        Assert.Equal(PskcError.OutOfRange, Try.Refused(Files.Plain, With(new PskcLimits { MaxSecretBytes = 19 })));
        Assert.Equal(2, Try.Read(Files.Plain, With(new PskcLimits { MaxKeys = 2, MaxSecretBytes = 20 })).Count);
    }

    [Fact]
    public void One_huge_attribute_or_text_is_refused_before_memory_is_spent()
    {
        string huge = new('A', 40_000_000);
        foreach (string xml in new[]
        {
            Files.Plain.Replace("<Issuer>HwToken", "<Issuer>" + huge),
            Files.Plain.Replace("<Issuer>", $"<Issuer a=\"{huge}\">"),
            Files.Plain.Replace("<Issuer>", $"<Issuer{huge}>"),
            Files.Plain.Replace("<Issuer>HwToken", $"<Issuer><![CDATA[{huge.Replace('A', '<')}]]>"),
            Files.Plain.Replace("<Issuer>", $"<?p {huge.Replace('A', '<')}?><Issuer>"),
        })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(xml);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var refusal = Assert.Throws<PskcException>(() => PskcReader.Open(new MemoryStream(bytes), new PskcReadOptions()));
            Assert.Equal(PskcError.TooLarge, refusal.Error);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
        }
    }

    private static PskcReadOptions With(PskcLimits limits) => new() { Limits = limits };
}
