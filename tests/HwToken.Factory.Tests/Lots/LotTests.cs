using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Tests.Ledger;
using HwToken.Keeping;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Tests.Lots;

public sealed class LotTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void IDs_go_on_where_the_last_lot_ended()
    {
        _factory.Create("A", 3);
        Lot second = _factory.Create("B", 2);
        Assert.Equal(["DPHT00000004", "DPHT00000005"], second.Ledger.Units().Select(unit => unit.Id));
    }

    [Theory]
    [InlineData("DPHT", 3L)]
    [InlineData("DP", 5_00000003L)]
    [InlineData("DP00", 2L)]
    public void An_ID_is_never_given_out_twice_however_the_prefix_is_cut(string prefix, long first)
    {
        _factory.Create("A", 5, prefix: prefix == "DPHT" ? "DPHT" : "DP", first: prefix == "DP" ? 5_00000000L : 1L);
        FactoryException e = Assert.Throws<FactoryException>(() => _factory.Create("B", 5, prefix: prefix, first: first));
        Assert.Contains("never used twice", e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_factory.LotPath("B")));
    }

    [Theory]
    [InlineData("D")]
    [InlineData("DPHTX")]
    [InlineData("dpht")]
    [InlineData("1DP")]
    [InlineData("DÜ")]
    public void A_prefix_has_2_to_4_capital_letters_and_digits_a_letter_first(string prefix) =>
        Assert.Throws<FactoryException>(() => _factory.Create(prefix: prefix));

    [Theory]
    [InlineData(OtpAlgorithm.Sha1, 20)]
    [InlineData(OtpAlgorithm.Sha256, 32)]
    [InlineData(OtpAlgorithm.Sha512, 64)]
    public void A_secret_is_as_long_as_its_hash(OtpAlgorithm algorithm, int bytes)
    {
        Lot lot = _factory.Create(count: 2, algorithm: algorithm);
        Assert.Equal(bytes, lot.Secret("DPHT00000001").Length);
        Assert.NotEqual(lot.Secret("DPHT00000001"), lot.Secret("DPHT00000002"));
    }

    [Fact]
    public void A_sealed_secret_cannot_be_moved_to_another_unit()
    {
        Lot lot = _factory.Create(count: 2);
        byte[] box = lot.Ledger.SealedSecret("DPHT00000001")!;
        Assert.Throws<FactoryException>(() => lot.Keys.Open("DPHT00000002", box));
    }

    [Fact]
    public void The_key_stands_outside_the_lot_and_is_its_owner_s_alone()
    {
        _factory.Create();
        string key = _factory.Home.KeyPath("L1");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<KeepingException>(() => _factory.Open()).Message, StringComparison.Ordinal);
        }

        var inside = LotKeySource.FromFiles(Path.Combine(_factory.LotPath("L2"), "l2.key"));
        var definition = new LotDefinition { LotId = "L2", Prefix = "DPHT", Count = 1 };
        Assert.Throws<FactoryException>(() => Lot.Create(_factory.Bench, _factory.LotPath("L2"), definition, null, inside));
    }

    [Fact]
    public void A_split_key_needs_both_people_and_one_part_tells_nothing()
    {
        string[] parts = [Path.Combine(_factory.Folder, "alice.key"), Path.Combine(_factory.Folder, "bob.key")];
        var definition = new LotDefinition { LotId = "S", Prefix = "DPHT", Count = 1 };
        byte[] secret;
        using (LotSession session = Lot.Create(_factory.Bench, _factory.LotPath("S"), definition, null, LotKeySource.FromFiles(parts)))
        {
            secret = session.Lot.Secret("DPHT00000001");
        }

        using (Lot lot = Lot.Open(_factory.LotPath("S"), LotKeySource.FromFiles(parts[1], parts[0]), TimeProvider.System))
        {
            Assert.Equal(secret, lot.Secret("DPHT00000001"));
        }

        Assert.Throws<FactoryException>(() => Lot.Open(_factory.LotPath("S"), LotKeySource.FromFiles(parts[0]), TimeProvider.System));
        Assert.Throws<FactoryException>(() => Lot.Open(_factory.LotPath("S"), LotKeySource.FromFiles(parts[0], parts[0]), TimeProvider.System));
    }

    [Fact]
    public void A_passphrase_opens_the_lot_and_a_wrong_one_does_not()
    {
        string right = Secretly("right.txt", "correct horse battery\n");
        string wrong = Secretly("wrong.txt", "correct horse batterz\n");
        var definition = new LotDefinition { LotId = "P", Prefix = "DPHT", Count = 1 };
        Lot.Create(_factory.Bench, _factory.LotPath("P"), definition, null, LotKeySource.FromPassphraseFile(right)).Dispose();
        using (Lot lot = Lot.Open(_factory.LotPath("P"), LotKeySource.FromPassphraseFile(right), TimeProvider.System))
        {
            Assert.Equal(20, lot.Secret("DPHT00000001").Length);
            Assert.Contains("\"Rounds\":600000", lot.Ledger.Get("wrappedKey"), StringComparison.Ordinal);
        }

        Assert.Throws<FactoryException>(() => Lot.Open(_factory.LotPath("P"), LotKeySource.FromPassphraseFile(wrong), TimeProvider.System));
    }

    [Fact]
    public void A_key_that_cannot_be_kept_uses_up_neither_IDs_nor_the_name()
    {
        string open = Secretly("open.txt", "correct horse battery\n");
        string key = Path.Combine(_factory.Folder, "one.key");
        var definition = new LotDefinition { LotId = "N", Prefix = "DPHT", Count = 1 };
        List<LotKeySource> sources = [LotKeySource.FromPassphraseFile(open + ".missing"), LotKeySource.FromFiles(key, key), LotKeySource.FromFiles(open)];
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            sources.Add(LotKeySource.FromPassphraseFile(open));
        }

        foreach (LotKeySource source in sources)
        {
            Exception refused = Assert.ThrowsAny<Exception>(() => Lot.Create(_factory.Bench, _factory.LotPath("N"), definition, null, source));
            Assert.True(refused is FactoryException or KeepingException, refused.ToString());
        }

        Assert.Equal("DPHT00000001", _factory.Create("N", 1).Ledger.Units().Single().Id);
    }

    [Fact]
    public void Another_lot_s_key_is_refused()
    {
        _factory.Create("A", 1);
        _factory.Create("B", 1);
        Assert.Throws<FactoryException>(() => Lot.Open(_factory.LotPath("A"), _factory.Key("B"), TimeProvider.System));
    }

    [Fact]
    public void A_lot_in_order_verifies()
    {
        Lot lot = _factory.Create(count: 3);
        lot.Ledger.Take("bench port", TestFactory.Who);
        lot.Ledger.TryScrap("DPHT00000001", "fell", TestFactory.Who);
        Assert.All(Verify(lot), finding => Assert.True(finding.IsRight, finding.What));
    }

    [Theory]
    [InlineData("DROP TRIGGER audit_is_fixed; UPDATE audit SET who = 'nobody' WHERE sequence = 2", "audit chain")]
    [InlineData("DROP TRIGGER audit_stays; DELETE FROM audit WHERE sequence = 3", "audit head")]
    [InlineData("INSERT INTO audit SELECT 4, at, 'nobody', kind, 'DPHT00000003', state, count, first, last, text, error_ms, uncertainty_ms, hash FROM audit WHERE sequence = 2", "audit chain")]
    [InlineData("UPDATE unit SET state = 9 WHERE number = 3", "states")]
    [InlineData("DROP TRIGGER unit_stays; DELETE FROM unit WHERE number = 3", "units")]
    [InlineData("DROP TRIGGER unit_keeps_secret; UPDATE unit SET secret = (SELECT secret FROM unit WHERE number = 1) WHERE number = 2", "secrets")]
    public void What_was_changed_by_hand_shows(string sql, string where)
    {
        Lot lot = _factory.Create(count: 3);
        lot.Ledger.Take("bench port", TestFactory.Who);
        lot.Ledger.TryIntendCommit("DPHT00000001", TestFactory.Who);
        lot.Session.KeepHead();

        using (SqliteConnection raw = LotLedgerTests.Raw(lot))
        {
            LotLedgerTests.Run(raw, sql);
        }

        Assert.Contains(Verify(lot), finding => !finding.IsRight && finding.What.StartsWith(where, StringComparison.Ordinal));
    }

    private IReadOnlyList<LotFinding> Verify(Lot lot)
    {
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        return LotVerifier.Verify(lot, registry);
    }

    private string Secretly(string name, string text)
    {
        string path = Path.Combine(_factory.Folder, name);
        PrivateFile.Create(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        return path;
    }
}
