using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading.Lists;

/// <summary>Entra's, Yubico's and multiOTP's lists, and lists of URIs.</summary>
public class OtherListTests
{
    private const string Hex = SeedText.RfcHex;
    private const string B32 = SeedText.RfcBase32;

    [Theory]
    [InlineData("upn,serial number,secret key,time interval,manufacturer,model")]
    [InlineData("UPN,Serial Number,Secret Key,TimeInterval,Manufacturer,Model")]
    public void Entra_names_its_columns_in_the_first_line(string header) =>
        Assert.Equal(
            [$"A0000001 Totp Sha1 6 30s {Hex}", $"A0000002 Totp Sha1 6 60s {Hex}"],
            SeedText.Read($"{header}\nalice@example.org,A0000001,{B32},30,Maker,Model\n,A0000002,{B32.ToLowerInvariant()},60,\"Maker, Ltd\",Model"));

    [Fact]
    public void Entra_s_columns_may_stand_in_any_order() =>
        Assert.Equal([$"A0000001 Totp Sha1 6 30s {Hex}"], SeedText.Read($"secret key,upn,model,time interval,serial number\n{B32},,x,30,A0000001"));

    [Theory]
    [InlineData($"alice,A0000001,{Hex},30,,", PskcError.BadSecret, "hexadecimal, but Base32")]
    [InlineData("alice,A0000001,GEZD GNBV!,30,,", PskcError.BadSecret, "not written in Base32")]
    [InlineData($"alice,A0000001,{B32},,,", PskcError.MissingElement, "no time interval")]
    [InlineData($"alice,,{B32},30,,", PskcError.BadText, "serial number is empty")]
    public void Entra_lines_that_are_off_say_why(string line, PskcError error, string reason)
    {
        PskcException refusal = SeedText.Refused("upn,serial number,secret key,time interval,manufacturer,model\n" + line);
        Assert.Equal((error, 2), (refusal.Error, refusal.Line));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Yubico_s_traditional_log_gives_OATH_keys_by_their_public_ID() =>
        Assert.Equal(
            [$"cccccccccccb Hotp Sha1 6 #0 {Hex}", $"cccccccccccd Hotp Sha1 8 #0 {Hex}"],
            SeedText.Read($"LOGGING START,01.02.26 10:00\nOATH-HOTP,01.02.26 10:01,1,cccccccccccb,,{Hex},,,0,0,0,6,0,0,0,0,0,0\nOATH-HOTP,01.02.26 10:02,2,cccccccccccd,,{Hex},,,0,0,0,8,0,0,0,0,0,0"));

    [Fact]
    public void Yubico_s_own_log_gives_OATH_keys_by_their_serial_number() =>
        Assert.Equal([$"7654321 Hotp Sha1 6 #0 {Hex}"], SeedText.Read($"7654321,,0,{Hex},,2026-02-01T10:00:00,"));

    [Theory]
    [InlineData("Yubico OTP,01.02.26 10:01,1,cccccccccccb,0123456789ab,00112233445566778899aabbccddeeff,,,0,0,0,0,0,0,0,0,0,0")]
    [InlineData("Static Password: Scan Code,01.02.26 10:01,1,0512,,,,,0,0,0,0,0,0,0,0,0,0")]
    [InlineData("Challenge-Response: HMAC-SHA1,01.02.26 10:01,1,,,00112233445566778899aabbccddeeff00112233,,,0,0,0,0,0,0,0,0,0,0")]
    [InlineData("7654321,cccccccccccb,0123456789ab,00112233445566778899aabbccddeeff,,2026-02-01T10:00:00,")]
    [InlineData("7654321,,,00112233445566778899aabbccddeeff,,2026-02-01T10:00:00,")]
    public void Yubico_s_other_kinds_are_foreign(string line)
    {
        Assert.Equal(PskcError.UnknownAlgorithm, SeedText.Refused(line).Error);
        using SeedDocument document = SeedText.Open($"7654320,,0,{Hex},,2026-02-01T10:00:00,\n{line}", new PskcReadOptions { SkipForeign = true });
        Assert.Equal((1, 2), (document.Count, Assert.Single(document.Refused).Line));
    }

    [Fact]
    public void A_log_without_public_ID_names_no_key() =>
        Assert.Equal(PskcError.MissingElement, SeedText.Refused($"OATH-HOTP,01.02.26 10:01,1,,,{Hex},,,0,0,0,6,0,0,0,0,0,0").Error);

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void MultiOTP_s_list_has_the_key_fourth(char separator) =>
        Assert.Equal(
            [$"A0000001 Hotp Sha1 6 #5 {Hex}", $"A0000002 Totp Sha1 8 60s {Hex}"],
            SeedText.Read($"A0000001;Maker;HOTP;{Hex};6;5\nA0000002;Maker;totp;{Hex};8;60".Replace(';', separator)));

    [Fact]
    public void URIs_stand_one_a_line_and_name_the_key_by_the_account() =>
        Assert.Equal(
            [$"A0000001 Totp Sha256 8 60s {Hex}", $"A0000002 Hotp Sha1 6 #7 {Hex}"],
            SeedText.Read($"otpauth://totp/Bank:A0000001?secret={B32}&issuer=Bank&algorithm=SHA256&digits=8&period=60\notpauth://hotp/A0000002?secret={B32}&counter=7"));

    [Theory]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("-----BEGIN PGP MESSAGE-----\n\nxx", "PGP")]
    [InlineData("dn: sccAuthenticatorId=A\nobjectclass: x", "SafeWord")]
    [InlineData($"HOTP/T30/6\talice\t-\t{Hex}", "users file of pam_oath")]
    [InlineData("{\"keys\":[]}", "no known format")]
    [InlineData("<html><body/></html>", "no seed file")]
    [InlineData("   \n", "empty")]
    public void What_is_something_else_is_called_by_its_name(string text, string name) => Assert.Contains(name, SeedText.Refused(text).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData($"A0000001,{Hex}", "OATH CSV")]
    [InlineData($"A0000001;Maker;HOTP;{Hex};6;5", "multiOTP CSV")]
    [InlineData("<Tokens/>", "SafeNet XML")]
    public void A_PSKC_reader_that_is_given_another_format_says_which(string text, string name)
    {
        PskcException refusal = Assert.Throws<PskcException>(() => Try.Open(text));
        Assert.Equal(PskcError.NotPskc, refusal.Error);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }
}
