using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

public class PlainFileTests
{
    [Fact]
    public void Every_field_of_a_plain_file_arrives()
    {
        using SeedDocument document = Try.Open(Files.Plain);
        Assert.Equal(("LOT-7", false, 2, PskcSignatureStatus.Absent), (document.ContainerId, document.Encrypted, document.Count, document.Signature));
        IReadOnlyList<PskcKey> keys = document.ReadAll();
        PskcKey totp = keys[0];
        Assert.Equal(("HWTA00000001", PskcAlgorithm.Totp, PskcSuite.Sha1, 6), (totp.Id, totp.Algorithm, totp.Suite, totp.Digits));
        Assert.Equal((30, 0L, -120L, null), (totp.PeriodSeconds, totp.Time, totp.TimeDriftSeconds, totp.Counter));
        Assert.Equal(("HwToken", "iana.hwtoken", "HWTA00000001", "HW-T"), (totp.Issuer, totp.Manufacturer, totp.SerialNo, totp.Model));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), totp.StartDate);
        Assert.Equal(new DateTimeOffset(2036, 12, 31, 23, 59, 59, TimeSpan.Zero), totp.ExpiryDate);
        PskcKey hotp = keys[1];
        Assert.Equal((PskcAlgorithm.Hotp, 8, 42L, null, null), (hotp.Algorithm, hotp.Digits, hotp.Counter, hotp.PeriodSeconds, hotp.Time));
        Assert.All(keys, key => Assert.Equal(Files.RfcSecret, Try.Secret(key)));
    }

    [Theory]
    [InlineData("http://www.ietf.org/keyprov/pskc#totp")]
    [InlineData("urn:ietf:params:xml:ns:keyprov:pskc#totp")]
    [InlineData("totp")]
    [InlineData("TOTP")]
    public void Old_and_short_algorithm_names_are_read(string name) =>
        Assert.Equal(PskcAlgorithm.Totp, Try.Read(Try.Replace(Files.Plain, Files.Totp, name))[0].Algorithm);

    [Theory]
    [InlineData("<Suite>SHA256</Suite>", PskcSuite.Sha256)]
    [InlineData("<Suite>HMAC-SHA256</Suite>", PskcSuite.Sha256)]
    [InlineData("<Suite>HMAC-SHA-256</Suite>", PskcSuite.Sha256)]
    [InlineData("<Suite> HmacSHA512\n</Suite>", PskcSuite.Sha512)]
    [InlineData("<Suite hashalgo=\"sha256\"/>", PskcSuite.Sha256)]
    [InlineData("<Suite hashalgo=\"sha512\">SHA512</Suite>", PskcSuite.Sha512)]
    [InlineData("<Suite>SHA1</Suite>", PskcSuite.Sha1)]
    [InlineData("", PskcSuite.Sha1)]
    public void Every_spelling_of_the_suite_is_read(string element, PskcSuite suite) =>
        Assert.Equal(suite, Try.Read(Try.Replace(Files.Plain, "<Suite>HMAC-SHA1</Suite>", element))[0].Suite);

    [Fact]
    public void Draft_files_with_Device_KeyId_and_Usage_are_read()
    {
        const string draft = """
            <KeyContainer Version="1.0" id="D" xmlns="urn:ietf:params:xml:ns:keyprov:pskc:1.0"><Device>
              <DeviceInfo><Manufacturer>Old Maker</Manufacturer><SerialNo>987</SerialNo></DeviceInfo>
              <Key KeyId="987" KeyAlgorithm="http://www.ietf.org/keyprov/pskc#hotp">
                <Usage OTP="true"><ResponseFormat Length="6" Format="DECIMAL"/></Usage>
                <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret><Counter><PlainValue>7</PlainValue></Counter></Data>
              </Key></Device></KeyContainer>
            """;
        PskcKey key = Assert.Single(Try.Read(draft));
        Assert.Equal(("987", PskcAlgorithm.Hotp, 7L, "Old Maker"), (key.Id, key.Algorithm, key.Counter, key.Manufacturer));
    }

    [Fact]
    public void Prefixes_comments_instructions_CDATA_and_spaces_inside_Base64_change_nothing()
    {
        string xml = Files.Plain.Replace("MTIzNDU2", "MTIz\n   <!-- a comment --> NDU2").Replace("<SerialNo>HWTA", "<SerialNo> HW<!-- --><![CDATA[T]]><?p?>A")
            .Replace("<KeyContainer ", "<?xml-stylesheet href='a'?><!-- <!DOCTYPE none> --><KeyContainer ").Replace("<Issuer>", $"<?p q?><!--> {new string('<', 100_000)} --><Issuer>");
        Assert.Equal(Files.RfcSecret, Try.Secret(Try.Read(xml)[0]));
        Assert.Equal("HWTA00000001", Try.Read(xml)[0].SerialNo);
        string prefixed = System.Text.RegularExpressions.Regex.Replace(Files.Plain, "<(/?)([A-Z])", "<$1p:$2").Replace("xmlns=", "xmlns:p=");
        Assert.Equal(2, Try.Read(prefixed).Count);
    }

    [Fact]
    public void A_device_may_hold_several_keys_when_the_serial_number_is_no_key_name()
    {
        string xml = Try.Replace(Files.Plain, "<SerialNo>HWTA00000001</SerialNo>", "<SerialNo>4711</SerialNo>");
        Assert.Equal(2, Try.Read(Try.Replace(xml, "<SerialNo>HWHA00000002</SerialNo>", "<SerialNo>4711</SerialNo>")).Count);
    }

    [Fact]
    public void The_narrower_of_key_and_device_dates_counts()
    {
        string xml = Try.Replace(Files.Plain, "<Model>HW-T</Model>", "<Model>HW-T</Model><StartDate>2025-01-01T00:00:00Z</StartDate><ExpiryDate>2030-01-01T00:00:00.5Z</ExpiryDate>");
        PskcKey key = Try.Read(xml)[0];
        Assert.Equal((2026, 2030), (key.StartDate!.Value.Year, key.ExpiryDate!.Value.Year));
    }

    [Theory]
    [InlineData("2036-12-31T23:59:59+00:00", 0)]
    [InlineData("2036-12-31T23:59:59.5Z", 5_000_000)]
    [InlineData("2036-12-31T23:59:59.123456789Z", 1_234_567)]
    public void UTC_is_read_in_the_spellings_of_other_writers(string date, int ticks)
    {
        PskcKey key = Try.Read(Try.Replace(Files.Plain, "2036-12-31T23:59:59Z", date))[0];
        Assert.Equal(new DateTimeOffset(2036, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(ticks), key.ExpiryDate);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_no_file() =>
        Assert.Throws<ArgumentException>(() => PskcReader.Open(new ForwardOnly(Encoding.UTF8.GetBytes(Files.Plain)), new PskcReadOptions()));

    [Fact]
    public void A_disposed_key_gives_its_secret_no_more_and_no_text_shows_it()
    {
        PskcKey key = Try.Read(Files.Plain)[0];
        Assert.DoesNotContain(Files.RfcSecret, key + " " + key.Secret);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Secret.Length);
    }

    private sealed class ForwardOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
