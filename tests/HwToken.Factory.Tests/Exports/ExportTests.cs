using HwToken.Core.Otp;
using HwToken.Factory.Exports;
using HwToken.Factory.Lots;
using HwToken.Pskc.Lists;

namespace HwToken.Factory.Tests.Exports;

public sealed class ExportTests
{
    [Fact]
    public void A_list_is_its_owner_s_alone_and_never_replaces_another()
    {
        using var factory = new TestFactory();
        Lot lot = factory.Create(count: 1);
        TestFactoryPasses(lot);
        string path = Path.Combine(factory.Folder, "list.csv");
        Assert.Equal(1, LotExporter.Write(lot, SeedLists.Find("linotp")!, path, null, TestFactory.Who));
        Assert.Contains(Convert.ToHexStringLower(lot.Secret("DPHT00000001")), File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Throws<HwToken.Keeping.KeepingException>(() => LotExporter.Write(lot, SeedLists.Find("linotp")!, path, null, TestFactory.Who));
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
        Assert.Contains(reason, Assert.Throws<FactoryException>(() => LotExporter.Write(lot, SeedLists.Find(format)!, list, UserList.Read(users), TestFactory.Who)).Message, StringComparison.Ordinal);
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
        var users = new Dictionary<string, SeedUser> { ["DPHT00000001"] = new(name, "ldap", "realm") };
        LotExporter.Write(lot, SeedLists.Find(format)!, path, users, TestFactory.Who);
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
        LotExporter.Write(lot, SeedLists.Find("entra")!, path, UserList.Read(users), TestFactory.Who);
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
}
