using HwToken.Core.Otp;

namespace HwToken.Pskc.Tests;

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
    public void A_secret_drawn_as_random_digits_is_read_as_every_other_reader_reads_it() =>
        Assert.Equal("527C3F1143D0366FFC3B1708", Convert.ToHexString(OtpauthUri.Parse("otpauth://totp/t?secret=KJ6D6EKD2A3G77B3C4EC").Secret));

    [Fact]
    public void An_ampersand_from_the_source_of_a_page_is_told_as_such() =>
        Assert.Contains("&amp;", Assert.Throws<FormatException>(() => OtpauthUri.Parse("otpauth://totp/t?secret=GEZDGNBV&amp;digits=8")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha512, 8, 60, 0)]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 18446744073709551614)]
    public void What_is_written_is_read_back(OtpType type, OtpAlgorithm algorithm, int digits, int period, ulong counter)
    {
        byte[] secret = [.. Enumerable.Range(200, 17).Select(i => (byte)i)];
        OtpauthUri uri = OtpauthUri.Parse(OtpauthUri.Write("A & B: Ltd", "DPHT00000001", new OtpParameters(type, algorithm, digits, period, 0), counter, secret));
        Assert.Equal((type, algorithm, digits, period), (uri.Parameters.Type, uri.Parameters.Algorithm, uri.Parameters.Digits, uri.Parameters.PeriodSeconds));
        Assert.Equal(counter, uri.Parameters.InitialCounter);
        Assert.Equal(secret, uri.Secret);
        Assert.Equal(("A & B: Ltd", "DPHT00000001"), (uri.Issuer, uri.Account));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.org/?secret=GEZDGNBV")]
    [InlineData("otpauth://motp/t?secret=GEZDGNBV")]
    [InlineData("otpauth://totp/t")]
    [InlineData("otpauth://totp/t?secret=")]
    [InlineData("otpauth://totp/t?secret=GEZ1")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&counter=-1")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&counter=18446744073709551615")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&counter=18446744073709551616")]
    [InlineData("otpauth://hotp/t?secret=GEZDGNBV&amp;counter=0")]
    [InlineData("otpauth://totp/t?issuer=x&AMP;secret=GEZDGNBV")]
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
