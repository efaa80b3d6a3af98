using HwToken.Core.Otp;
using HwToken.Factory.Exports;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Tests.Exports;

public sealed class ExportTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    [Theory]
    [InlineData("entra", OtpType.Totp, "alice@example.org,DPHT00000007,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,30,HwToken,HwToken")]
    [InlineData("privacyidea", OtpType.Totp, "DPHT00000007,3132333435363738393031323334353637383930,totp,6,30")]
    [InlineData("privacyidea", OtpType.Hotp, "DPHT00000007,3132333435363738393031323334353637383930,hotp,6,5")]
    [InlineData("privacyidea2", OtpType.Totp, "alice@example.org,ldap,realm1,DPHT00000007,3132333435363738393031323334353637383930,totp,6,30")]
    [InlineData("linotp", OtpType.Totp, "DPHT00000007,3132333435363738393031323334353637383930,totp,6,30,sha1")]
    [InlineData("multiotp", OtpType.Totp, "DPHT00000007;HwToken;totp;3132333435363738393031323334353637383930;6;30")]
    [InlineData("multiotp", OtpType.Hotp, "DPHT00000007;HwToken;hotp;3132333435363738393031323334353637383930;6;5")]
    [InlineData("linotp", OtpType.Hotp, "DPHT00000007,3132333435363738393031323334353637383930,hotp,6,30,sha1")]
    [InlineData("yubico", OtpType.Hotp, "7,,0,3132333435363738393031323334353637383930,,2026-01-02T03:04:05,")]
    [InlineData("otpauth", OtpType.Totp, "otpauth://totp/HwToken:DPHT00000007?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=HwToken&algorithm=SHA1&digits=6&period=30")]
    [InlineData("otpauth", OtpType.Hotp, "otpauth://hotp/HwToken:DPHT00000007?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=HwToken&algorithm=SHA1&digits=6&counter=5")]
    [InlineData("pam", OtpType.Totp, "HOTP/T30/6\talice@example.org\t-\t3132333435363738393031323334353637383930")]
    [InlineData("pam", OtpType.Hotp, "HOTP/E/6\talice@example.org\t-\t3132333435363738393031323334353637383930\t5")]
    public void A_line_is_to_the_letter(string format, OtpType type, string line)
    {
        LotDefinition lot = Definition(type);
        ExportFormat found = ExportFormats.Find(format);
        Assert.Null(found.Refusal(lot));
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Assert.Equal(line, found.Line(new ExportUnit("DPHT00000007", 7, Secret, 5, at, new ExportUser("alice@example.org", "ldap", "realm1"), lot)));
    }

    [Fact]
    public void Headers_are_to_the_letter()
    {
        Assert.Equal("upn,serial number,secret key,time interval,manufacturer,model", ExportFormats.Find("entra").Header);
        Assert.Equal("# version: 2", ExportFormats.Find("privacyidea2").Header);
    }

    [Theory]
    [InlineData("entra", OtpType.Hotp, OtpAlgorithm.Sha1)]
    [InlineData("entra", OtpType.Totp, OtpAlgorithm.Sha256)]
    [InlineData("privacyidea", OtpType.Totp, OtpAlgorithm.Sha256)]
    [InlineData("multiotp", OtpType.Totp, OtpAlgorithm.Sha512)]
    [InlineData("yubico", OtpType.Totp, OtpAlgorithm.Sha1)]
    [InlineData("pam", OtpType.Totp, OtpAlgorithm.Sha256)]
    public void A_lot_that_the_reader_would_misread_is_refused(string format, OtpType type, OtpAlgorithm algorithm) =>
        Assert.NotNull(ExportFormats.Find(format).Refusal(Definition(type) with { Algorithm = algorithm }));

    [Theory]
    [InlineData("linotp")]
    [InlineData("yubico")]
    public void A_counter_that_the_list_has_no_place_for_is_refused(string format) =>
        Assert.NotNull(ExportFormats.Find(format).Refusal(Definition(OtpType.Hotp) with { InitialCounter = 1000 }));

    [Fact]
    public void A_list_is_its_owner_s_alone_and_never_replaces_another()
    {
        using var factory = new TestFactory();
        Lot lot = factory.Create(count: 1);
        TestFactoryPasses(lot);
        string path = Path.Combine(factory.Folder, "list.csv");
        Assert.Equal(1, LotExporter.Write(lot, ExportFormats.Find("linotp"), path, null, TestFactory.Who));
        Assert.Contains(Convert.ToHexStringLower(lot.Secret("DPHT00000001")), File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Throws<HwToken.Keeping.KeepingException>(() => LotExporter.Write(lot, ExportFormats.Find("linotp"), path, null, TestFactory.Who));
    }

    public static TheoryData<string, string, string> BadUsers => new()
    {
        { "entra", "DPHT00000001,=HYPERLINK(1)", "would break the list" },
        { "entra", "DPHT00000001,@SUM(A1)", "would break the list" },
        { "entra", "DPHT00000001,-1", "would break the list" },
        { "privacyidea2", "DPHT00000001,#alice", "would break the list" },
        { "privacyidea2", "DPHT00000001,alice,ldap,+realm", "would break the list" },
        { "pam", "DPHT00000001,Alice Doe", "no way to write this name" },
        { "entra", "DPHT00000009,alice", "no unit of this lot that has passed" },
        { "entra", "DPHT00000001,alice\nDPHT00000001,bob", "each ID once" },
        { "entra", "DPHT00000001", "write ID,user" },
    };

    [Theory]
    [MemberData(nameof(BadUsers))]
    public void Users_that_would_break_a_list_or_get_no_token_are_refused_and_no_export_is_noted(string format, string lines, string reason)
    {
        using var factory = new TestFactory();
        Lot lot = factory.Create(count: 1, type: OtpType.Totp);
        TestFactoryPasses(lot);
        string users = Path.Combine(factory.Folder, "users.csv");
        string list = Path.Combine(factory.Folder, "list.csv");
        File.WriteAllText(users, lines);
        Assert.Contains(reason, Assert.Throws<FactoryException>(() => LotExporter.Write(lot, ExportFormats.Find(format), list, UserList.Read(users), TestFactory.Who)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(list));
        Assert.DoesNotContain(lot.Ledger.Audit(), entry => entry.Event.Kind == HwToken.Factory.Ledger.AuditKind.Exporting);
    }

    [Theory]
    [InlineData("entra", "o'brien@example.org", "o''brien@example.org,DPHT00000001,")]
    [InlineData("entra", "a\"b;c|d", "\"a\"\"b;c|d\",DPHT00000001,")]
    [InlineData("privacyidea2", "o'brien;\"x", "o'brien;\"x,ldap,realm,DPHT00000001,")]
    [InlineData("pam", "o'brien", "HOTP/T30/6\to'brien\t-\t")]
    public void A_name_is_written_by_the_rule_of_its_list(string format, string name, string line)
    {
        using var factory = new TestFactory();
        Lot lot = factory.Create(count: 1, type: OtpType.Totp);
        TestFactoryPasses(lot);
        string path = Path.Combine(factory.Folder, "list.csv");
        var users = new Dictionary<string, ExportUser> { ["DPHT00000001"] = new(name, "ldap", "realm") };
        LotExporter.Write(lot, ExportFormats.Find(format), path, users, TestFactory.Who);
        Assert.Contains(File.ReadAllLines(path), written => written.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_is_UTF8_without_a_mark_with_line_feeds_and_one_at_the_end()
    {
        using var factory = new TestFactory();
        Lot lot = factory.Create(count: 2, type: OtpType.Totp);
        TestFactoryPasses(lot);
        string users = Path.Combine(factory.Folder, "users.csv");
        string path = Path.Combine(factory.Folder, "list.csv");
        File.WriteAllText(users, "# who gets what\r\n\r\n dpht00000001 , alice+otp@example.org \r\nDPHT00000002,\u5c71\u7530@example.org", new System.Text.UTF8Encoding(true));
        LotExporter.Write(lot, ExportFormats.Find("entra"), path, UserList.Read(users), TestFactory.Who);
        string[] secrets = [.. new[] { "DPHT00000001", "DPHT00000002" }.Select(id => Core.Text.Base32.Encode(lot.Secret(id)))];
        Assert.Equal(
            System.Text.Encoding.UTF8.GetBytes($"upn,serial number,secret key,time interval,manufacturer,model\nalice+otp@example.org,DPHT00000001,{secrets[0]},30,HwToken,HwToken\n\u5c71\u7530@example.org,DPHT00000002,{secrets[1]},30,HwToken,HwToken\n"),
            File.ReadAllBytes(path));
    }

    internal static void TestFactoryPasses(Lot lot)
    {
        foreach (HwToken.Factory.Ledger.Unit unit in lot.Ledger.Units().ToList())
        {
            lot.Ledger.Take("bench port", TestFactory.Who, unit.Id);
            lot.Ledger.TryMove(unit.Id, HwToken.Factory.Ledger.UnitState.Writing, HwToken.Factory.Ledger.UnitState.Written, TestFactory.Who);
            lot.Ledger.TryMove(unit.Id, HwToken.Factory.Ledger.UnitState.Written, HwToken.Factory.Ledger.UnitState.Verified, TestFactory.Who);
            lot.Ledger.TryMove(unit.Id, HwToken.Factory.Ledger.UnitState.Verified, HwToken.Factory.Ledger.UnitState.Labelled, TestFactory.Who);
        }
    }

    private static LotDefinition Definition(OtpType type) => new() { LotId = "L", Prefix = "DPHT", Count = 1, Type = type };
}
