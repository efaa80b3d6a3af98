using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests;

public class AnyCredentialIdTests
{
    [Theory]
    [InlineData("DPHT00000001", "DPHT00000001")]
    [InlineData("dpht-0000-0001", "DPHT00000001")]
    [InlineData("GA1234", "GA1234")]
    [InlineData("283599:1", "283599:1")]
    [InlineData("tok-00.1_x", "TOK00.1_X")]
    [InlineData("  ABCD\t", "ABCD")]
    [InlineData("1234", "1234")]
    [InlineData("IMPORT", "IMPORT")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789")]
    public void An_ID_is_kept_as_written_and_found_by_its_key(string written, string key)
    {
        Assert.True(AnyCredentialId.TryParse(written, out AnyCredentialId id, out string problem), problem);
        Assert.Equal((written.Trim(), key), (id.Written, id.Key));
        Assert.True(AnyCredentialId.TryKey(written, out string found));
        Assert.Equal(key, found);
    }

    [Theory]
    [InlineData("DPHT\u30FC0000\u30FC0002")]
    [InlineData("DPHT\u22120000\u22120002")]
    [InlineData("DPHT00000002\t")]
    [InlineData("DPHT 0000\u30000002\r\n")]
    [InlineData("\u200BDPHT0000\u200D0002\uFEFF")]
    [InlineData("DPHT\u2010\u2011\u2012\u2013\u2014\u20150000\u2E3A0002")]
    [InlineData("\uFF24\uFF30\uFF28\uFF34\uFF0D\uFF10\uFF10\uFF10\uFF10\uFF0D\uFF10\uFF10\uFF10\uFF12")]
    [InlineData("dpht\u00AD0000\uFE0E\u20600002")]
    public void Any_dash_blank_or_invisible_mark_is_forgiven_in_what_people_type(string typed)
    {
        Assert.True(AnyCredentialId.TryKey(typed, out string key));
        Assert.Equal("DPHT00000002", key);
    }

    [Theory]
    [InlineData("DPHT0000001", "11 characters")]
    [InlineData("DPHT000000012", "begin with DP have 12")]
    [InlineData("avt1", "begin with AVT have 12")]
    [InlineData("VSMT.1234567", "begin with VSMT")]
    [InlineData("vshm", "begin with VSHM")]
    [InlineData("ABC", "3 characters")]
    [InlineData("", "0 characters")]
    [InlineData(null, "0 characters")]
    [InlineData("01234567890123456789012345678901234567890", "41 characters")]
    [InlineData("AB C1", "character 3 of the ID is U+0020")]
    [InlineData("ABC\u30AB1", "character 4 of the ID is U+30AB")]
    [InlineData("AB/C1", "U+002F")]
    [InlineData("....", "neither letters nor digits")]
    [InlineData("----", "neither letters nor digits")]
    public void What_is_no_ID_is_told_why(string? text, string reason)
    {
        Assert.False(AnyCredentialId.TryParse(text, out _, out string problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("....")]
    [InlineData("DPHT0000001")]
    [InlineData("A/B1")]
    [InlineData("\u30AB\u30FC\u30C9")]
    public void What_cannot_be_an_ID_has_no_key(string? typed)
    {
        Assert.False(AnyCredentialId.TryKey(typed, out string key));
        Assert.Equal("", key);
    }

    [Fact]
    public void Two_IDs_with_one_key_are_one_ID_in_a_file() =>
        Assert.Equal(PskcError.DuplicateId, SeedText.Refused($"TOK-0001,{SeedText.RfcHex}\ntok0001,{SeedText.RfcHex}").Error);
}
