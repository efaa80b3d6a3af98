using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>What other makers' PSKC leaves out or spells otherwise.</summary>
public class DialectTests
{
    /// <summary>As privacyIDEA exports it, names in lower case; made anew.</summary>
    private static string PrivacyIdea(string type, string interval, string counter, string drift, string suite = "sha256") =>
        $"""
        <keycontainer version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
        <keypackage><deviceinfo><manufacturer></manufacturer><serialno>OATH0001A2B3</serialno></deviceinfo>
        <key algorithm="urn:ietf:params:xml:ns:keyprov:pskc:{type}" id="OATH0001A2B3"><issuer>privacyIDEA</issuer>
        <algorithmparameters><responseformat encoding="DECIMAL" length="6"></responseformat><suite hashalgo="{suite}"></suite></algorithmparameters>
        <data><secret><plainvalue>{Files.RfcSecretBase64}</plainvalue></secret><time><plainvalue>0</plainvalue></time>
        <timeinterval><plainvalue>{interval}</plainvalue></timeinterval><counter><plainvalue>{counter}</plainvalue></counter><timedrift><plainvalue>{drift}</plainvalue></timedrift></data></key></keypackage></keycontainer>
        """;

    [Theory]
    [InlineData("-90", -90)]
    [InlineData("-90.0", -90)]
    [InlineData("1234.5", 1234)]
    [InlineData("None", 0)]
    [InlineData("", 0)]
    public void PrivacyIDEA_s_drift_is_seconds_and_that_is_told(string drift, long seconds)
    {
        using SeedDocument document = Try.Open(PrivacyIdea("totp", "60", "58", drift));
        PskcKey key = Assert.Single(document.ReadAll());
        Assert.Equal((PskcSuite.Sha256, 60, seconds, "OATH0001A2B3"), (key.Suite, key.PeriodSeconds, key.TimeDriftSeconds, key.Id));
        Assert.Equal(seconds != 0, document.Remarks.Any(remark => remark.Contains("privacyIDEA", StringComparison.Ordinal)));
    }

    [Fact]
    public void PrivacyIDEA_s_HOTP_keys_have_a_step_of_0_which_means_nothing()
    {
        PskcKey key = Assert.Single(Try.Read(PrivacyIdea("hotp", "0", "17", "0", "sha1")));
        Assert.Equal((PskcAlgorithm.Hotp, 17L, null), (key.Algorithm, key.Counter, key.PeriodSeconds));
        Assert.Equal(PskcError.OutOfRange, Try.Refused(PrivacyIdea("totp", "0", "17", "0")));
    }

    [Fact]
    public void Everybody_else_s_drift_is_steps() =>
        Assert.Equal(-120, Try.Read(Files.Plain)[0].TimeDriftSeconds);

    [Theory]
    [InlineData("Id=\"HWTA00000001\" ")]
    [InlineData("Id=\"HWTA00000001\"")]
    public void A_key_without_Id_is_named_by_its_serial_number(string id)
    {
        string xml = Try.Replace(Files.Plain, id, id.EndsWith(' ') ? "" : "Id=\"\"").Replace("<SerialNo>HWTA00000001", "<SerialNo>SN-77");
        Assert.Equal("SN-77", Try.Read(xml)[0].Id);
        Assert.Equal(PskcError.MissingElement, Try.Refused(Try.Replace(xml, "<SerialNo>SN-77</SerialNo>", "")));
    }

    [Theory]
    [InlineData("<PlainValue></PlainValue>")]
    [InlineData("<PlainValue/>")]
    [InlineData("")]
    public void An_empty_counter_is_0(string value) => Assert.Equal(0, Try.Read(Try.Replace(Files.Plain, "<PlainValue>42</PlainValue>", value))[1].Counter);

    [Fact]
    public void A_signature_in_PSKC_s_own_namespace_is_a_signature() =>
        Assert.Equal(PskcSignatureStatus.Unchecked, Try.Open(Try.Replace(Files.Plain, "</KeyContainer>", "<Signature><x/></Signature></KeyContainer>")).Signature);

    [Fact]
    public void An_error_names_line_and_key()
    {
        PskcException refusal = Assert.Throws<PskcException>(() => Try.Open(Try.Replace(Files.Plain, "<PlainValue>42<", "<PlainValue>x<")));
        Assert.Equal("HWHA00000002", refusal.Key);
        Assert.Contains($"Line {refusal.Line}, key 'HWHA00000002': ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_MAC_is_told_with_line_and_key_and_a_missing_key_without()
    {
        var file = new Sealed();
        string damaged = System.Text.RegularExpressions.Regex.Replace(file.Build(), "<ValueMAC>....", "<ValueMAC>AAAA");
        Assert.Equal("HWTA00000001", Assert.Throws<PskcException>(() => Try.Open(damaged, file.Options)).Key);
        Assert.StartsWith("The file is encrypted", Assert.Throws<PskcException>(() => Try.Open(file.Build())).Message, StringComparison.Ordinal);
    }
}
