using HwToken.Core.Otp;

namespace HwToken.Simulator.Tests;

public class OtpauthUriTests
{
    [Fact]
    public void The_usual_parts_are_read()
    {
        OtpauthUri uri = OtpauthUri.Parse("otpauth://totp/Bank:alice%40example?secret=GEZDGNBVGY3TQOJQ&issuer=Bank&algorithm=sha256&digits=8&period=60");
        Assert.Equal(OtpType.Totp, uri.Parameters.Type);
        Assert.Equal(OtpAlgorithm.Sha256, uri.Parameters.Algorithm);
        Assert.Equal(8, uri.Parameters.Digits);
        Assert.Equal(60, uri.Parameters.PeriodSeconds);
        Assert.Equal("1234567890"u8.ToArray(), uri.Secret);
        Assert.Equal("Bank:alice@example", uri.Label);
    }

    [Fact]
    public void A_counter_has_64_bits() =>
        Assert.Equal(18446744073709551614ul, OtpauthUri.Parse("otpauth://hotp/t?secret=GEZDGNBV&counter=18446744073709551614").Parameters.InitialCounter);

    [Fact]
    public void An_ampersand_out_of_a_web_page_s_source_is_noticed() =>
        Assert.Contains("&amp;", Assert.Throws<FormatException>(() => OtpauthUri.Parse("otpauth://hotp/t?secret=GEZDGNBV&amp;counter=0&amp;digits=8")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&counter=18446744073709551615")]
    [InlineData("")]
    [InlineData("https://example.org/?secret=GEZDGNBV")]
    [InlineData("otpauth://motp/t?secret=GEZDGNBV")]
    [InlineData("otpauth://totp/t")]
    [InlineData("otpauth://totp/t?secret=")]
    [InlineData("otpauth://totp/t?secret=GEZ1")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&counter=-1")]
    [InlineData("otpauth://totp/t?secret=GEZDGNBV&digits=5")]
    [InlineData("otpauth://totp/t?secret=GEZDGNBV&digits=9")]
    [InlineData("otpauth://totp/t?secret=GEZDGNBV&period=0")]
    [InlineData("otpauth://totp/t?secret=GEZDGNBV&period=301")]
    [InlineData("otpauth://totp/t?secret=GEZDGNBV&algorithm=MD5")]
    public void What_is_off_is_told_without_repeating_the_secret(string text)
    {
        FormatException e = Assert.Throws<FormatException>(() => OtpauthUri.Parse(text));
        Assert.DoesNotContain("GEZ", e.Message, StringComparison.Ordinal);
    }
}
