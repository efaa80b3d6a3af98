using System.Text;
using System.Text.Json;
using HwToken.Pskc.Lists;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Lists;

/// <summary>Every list to the letter, and what it refuses to carry.</summary>
public class SeedListTests
{
    private const string Hex = SeedText.RfcHex;
    private const string B32 = SeedText.RfcBase32;

    [Theory]
    [InlineData("entra", PskcAlgorithm.Totp, $"alice@example.org,DPHT00000007,{B32},30,HwToken,HwToken")]
    [InlineData("privacyidea", PskcAlgorithm.Totp, $"DPHT00000007,{Hex},totp,6,30")]
    [InlineData("privacyidea", PskcAlgorithm.Hotp, $"DPHT00000007,{Hex},hotp,6,5")]
    [InlineData("privacyidea2", PskcAlgorithm.Totp, $"alice@example.org,ldap,realm1,DPHT00000007,{Hex},totp,6,30")]
    [InlineData("linotp", PskcAlgorithm.Totp, $"DPHT00000007,{Hex},totp,6,30,sha1")]
    [InlineData("linotp", PskcAlgorithm.Hotp, $"DPHT00000007,{Hex},hotp,6,30,sha1")]
    [InlineData("multiotp", PskcAlgorithm.Totp, $"DPHT00000007;HwToken;totp;{Hex};6;30")]
    [InlineData("multiotp", PskcAlgorithm.Hotp, $"DPHT00000007;HwToken;hotp;{Hex};6;5")]
    [InlineData("yubico", PskcAlgorithm.Hotp, $"7,,0,{Hex},,2026-01-02T03:04:05,")]
    [InlineData("duo", PskcAlgorithm.Totp, $"DPHT00000007,{Hex},30")]
    [InlineData("duo", PskcAlgorithm.Hotp, $"DPHT00000007,{Hex},5")]
    [InlineData("pingid", PskcAlgorithm.Totp, "DPHT00000007,3132333435363738393031323334353637383930")]
    [InlineData("pingid", PskcAlgorithm.Hotp, "DPHT00000007,3132333435363738393031323334353637383930,5")]
    [InlineData("otpauth", PskcAlgorithm.Totp, $"otpauth://totp/HwToken:DPHT00000007?secret={B32}&issuer=HwToken&algorithm=SHA1&digits=6&period=30")]
    [InlineData("otpauth", PskcAlgorithm.Hotp, $"otpauth://hotp/HwToken:DPHT00000007?secret={B32}&issuer=HwToken&algorithm=SHA1&digits=6&counter=5")]
    [InlineData("pam", PskcAlgorithm.Totp, $"HOTP/T30/6\talice@example.org\t-\t{Hex}")]
    [InlineData("pam", PskcAlgorithm.Hotp, $"HOTP/E/6\talice@example.org\t-\t{Hex}\t5")]
    public void A_line_is_to_the_letter(string name, PskcAlgorithm algorithm, string line)
    {
        using PskcKey key = Key(algorithm);
        Assert.Equal(line, SeedLists.Find(name)!.Line(key, new SeedUser("alice@example.org", "ldap", "realm1")));
    }

    [Fact]
    public void Headers_are_to_the_letter()
    {
        Assert.Equal("upn,serial number,secret key,time interval,manufacturer,model", SeedLists.Find("entra")!.Header);
        Assert.Equal("# version: 2", SeedLists.Find("privacyidea2")!.Header);
        Assert.Null(SeedLists.Find("linotp")!.Header);
    }

    [Fact]
    public void Entra_s_Graph_body_is_one_JSON_object_with_numbers_as_text()
    {
        using PskcKey first = Key(PskcAlgorithm.Totp);
        using PskcKey second = Key(PskcAlgorithm.Totp) with { Id = "DPHT00000008", Suite = PskcSuite.Sha256, PeriodSeconds = 60 };
        using JsonDocument body = JsonDocument.Parse(Write("entra-graph", (first, SeedUser.None), (second, new SeedUser("0cadbf92-0000-4000-8000-0000000000AB", "", ""))));
        Assert.Equal("#$delta", body.RootElement.GetProperty("@context").GetString());
        JsonElement[] devices = [.. body.RootElement.GetProperty("value").EnumerateArray()];
        Assert.Equal(["DPHT00000007", "DPHT00000008"], devices.Select(device => device.GetProperty("serialNumber").GetString()));
        Assert.Equal(["30", "60"], devices.Select(device => device.GetProperty("timeIntervalInSeconds").GetString()));
        Assert.Equal(["hmacsha1", "hmacsha256"], devices.Select(device => device.GetProperty("hashFunction").GetString()));
        Assert.Equal(B32, devices[0].GetProperty("secretKey").GetString());
        Assert.False(devices[0].TryGetProperty("assignTo", out _));
        Assert.Equal("0cadbf92-0000-4000-8000-0000000000ab", devices[1].GetProperty("assignTo").GetProperty("id").GetString());
        Assert.Contains("object ID", Assert.Throws<PskcException>(() => Write("entra-graph", (first, new SeedUser("alice@example.org", "", "")))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entra", PskcAlgorithm.Hotp, PskcSuite.Sha1, 20)]
    [InlineData("entra", PskcAlgorithm.Totp, PskcSuite.Sha256, 32)]
    [InlineData("entra-graph", PskcAlgorithm.Totp, PskcSuite.Sha512, 64)]
    [InlineData("privacyidea", PskcAlgorithm.Totp, PskcSuite.Sha256, 20)]
    [InlineData("privacyidea", PskcAlgorithm.Totp, PskcSuite.Sha1, 32)]
    [InlineData("privacyidea2", PskcAlgorithm.Hotp, PskcSuite.Sha1, 64)]
    [InlineData("privacyidea", PskcAlgorithm.Totp, PskcSuite.Sha1, 28)]
    [InlineData("multiotp", PskcAlgorithm.Totp, PskcSuite.Sha512, 64)]
    [InlineData("yubico", PskcAlgorithm.Totp, PskcSuite.Sha1, 20)]
    [InlineData("linotp", PskcAlgorithm.Hotp, PskcSuite.Sha1, 20)]
    [InlineData("yubico", PskcAlgorithm.Hotp, PskcSuite.Sha1, 20)]
    [InlineData("duo", PskcAlgorithm.Totp, PskcSuite.Sha256, 32)]
    [InlineData("pingid", PskcAlgorithm.Totp, PskcSuite.Sha256, 32)]
    [InlineData("pam", PskcAlgorithm.Totp, PskcSuite.Sha256, 32)]
    [InlineData("pam", PskcAlgorithm.Totp, PskcSuite.Sha1, 33)]
    public void A_key_that_the_reader_would_misread_is_refused(string name, PskcAlgorithm algorithm, PskcSuite suite, int bytes)
    {
        using PskcKey key = Key(algorithm) with { Suite = suite, Secret = new PskcSecret(new byte[bytes]) };
        Assert.NotNull(SeedLists.Find(name)!.Refusal(key));
    }

    [Theory]
    [InlineData(PskcSuite.Sha1, 20)]
    [InlineData(PskcSuite.Sha256, 32)]
    [InlineData(PskcSuite.Sha512, 64)]
    public void PrivacyIDEA_takes_the_hash_from_the_length_of_the_key_and_so_does_our_reader(PskcSuite suite, int bytes)
    {
        using PskcKey key = Key(PskcAlgorithm.Totp) with { Suite = suite, Secret = new PskcSecret(Enumerable.Repeat((byte)7, bytes).ToArray()) };
        Assert.Null(SeedLists.Find("privacyidea")!.Refusal(key));
        using SeedDocument back = SeedText.Open(Write("privacyidea", (key, SeedUser.None)));
        Assert.Equal(suite, Assert.Single(back.ReadAll()).Suite);
    }

    [Theory]
    [InlineData("entra")]
    [InlineData("privacyidea")]
    [InlineData("privacyidea2")]
    [InlineData("linotp")]
    [InlineData("multiotp")]
    [InlineData("otpauth")]
    public void Our_own_reader_takes_what_is_written(string name)
    {
        using PskcKey key = Key(PskcAlgorithm.Totp);
        using SeedDocument back = SeedText.Open(Write(name, (key, new SeedUser("alice", "ldap", "realm1"))));
        Assert.Equal(SeedText.Line(key), SeedText.Line(Assert.Single(back.ReadAll())));
    }

    [Fact]
    public void A_text_that_would_break_a_list_is_refused()
    {
        using PskcKey key = Key(PskcAlgorithm.Totp) with { Manufacturer = "A, B" };
        Assert.Equal(PskcError.BadText, Assert.Throws<PskcException>(() => Write("entra", (key, SeedUser.None))).Error);
    }

    [Fact]
    public void Every_list_says_how_it_was_tried() => Assert.All(SeedLists.All, list => Assert.NotEmpty(list.Tried));

    private static string Write(string name, params (PskcKey Key, SeedUser User)[] keys)
    {
        var output = new MemoryStream();
        using var writer = new SeedListWriter(output, SeedLists.Find(name)!);
        foreach ((PskcKey key, SeedUser user) in keys)
        {
            writer.Write(key, user);
        }

        writer.Complete();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static PskcKey Key(PskcAlgorithm algorithm) => new()
    {
        Id = "DPHT00000007",
        Algorithm = algorithm,
        PeriodSeconds = algorithm == PskcAlgorithm.Totp ? 30 : null,
        Time = algorithm == PskcAlgorithm.Totp ? 0 : null,
        Counter = algorithm == PskcAlgorithm.Hotp ? 5 : null,
        Secret = new PskcSecret(Encoding.ASCII.GetBytes(Files.RfcSecret)),
        Issuer = "HwToken",
        Manufacturer = "HwToken",
        Model = "HwToken",
        StartDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };
}
