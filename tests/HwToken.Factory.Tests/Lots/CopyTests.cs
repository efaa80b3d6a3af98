using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Tests.Exports;

namespace HwToken.Factory.Tests.Lots;

/// <summary><c>cp -r</c> of a lot at any stage, and what the registry makes of it: one copy is worked with, every other is refused and told what to do.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void A_copy_is_refused_and_told_where_the_lot_is()
    {
        _factory.Create(count: 2);
        string copy = Copy("L1", "copy");
        Assert.Contains($"Work there", Refused(copy), StringComparison.Ordinal);
        Assert.Contains(_factory.LotPath("L1"), Refused(copy), StringComparison.Ordinal);
        Assert.NotNull(Take(_factory.Open()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lot_that_moved_is_adopted_and_from_then_on_what_is_left_behind_is_refused(bool isLeftBehind)
    {
        _factory.Create(count: 3);
        Take(_factory.Open());
        _factory.CloseAll();
        string moved = Copy("L1", "moved");
        if (!isLeftBehind)
        {
            Directory.Move(_factory.LotPath("L1"), _factory.LotPath("away"));
            Assert.Contains("hwtoken lot adopt " + moved, Refused(moved), StringComparison.Ordinal);
        }

        Assert.Equal(0, Adopt(moved, isFromBackup: false));

        using (LotSession session = LotSession.Open(_factory.Bench, moved, _factory.Key("L1")))
        {
            Assert.Equal("DPHT00000002", Take(session.Lot));
        }

        Assert.Contains("was taken over at " + moved, Refused(isLeftBehind ? _factory.LotPath("L1") : _factory.LotPath("away")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_copy_put_back_at_the_lot_s_place_is_refused_and_adopted_only_as_a_backup()
    {
        _factory.Create(count: 3);
        _factory.CloseAll();
        string backup = Copy("L1", "backup");
        Assert.Equal("DPHT00000001", Take(_factory.Open()));
        _factory.CloseAll();
        Directory.Delete(_factory.LotPath("L1"), recursive: true);
        Directory.Move(backup, _factory.LotPath("L1"));

        string refused = Refused(_factory.LotPath("L1"));
        Assert.Contains("older copy", refused, StringComparison.Ordinal);
        Assert.Contains("--from-backup", refused, StringComparison.Ordinal);
        Assert.Throws<FactoryException>(() => Adopt(_factory.LotPath("L1"), isFromBackup: false));
        Assert.Equal(1, Adopt(_factory.LotPath("L1"), isFromBackup: true));

        Lot lot = _factory.Open();
        Assert.Equal(UnitState.Scrapped, lot.Ledger.Find("DPHT00000001")!.State);
        Assert.Equal("DPHT00000002", Take(lot));
        AssertVerifies(lot);
    }

    /// <summary>A copy of a running lot, as far as it goes: SQLite's log beside the ledger is copied too.</summary>
    [Fact]
    public void A_copy_made_in_the_middle_of_a_run_is_refused()
    {
        Lot lot = _factory.Create(count: 4);
        Take(lot);
        string copy = Copy("L1", "copy");
        Take(lot);
        Assert.NotEmpty(Refused(copy));
        Assert.Contains("older copy", Assert.Throws<FactoryException>(() => Adopt(copy, isFromBackup: false)).Message, StringComparison.Ordinal);
        Assert.Equal("DPHT00000003", Take(lot));
    }

    /// <summary>Even if nobody asked: a unit is claimed before a token is touched.</summary>
    [Fact]
    public void Two_copies_at_work_never_take_one_unit_twice()
    {
        Lot lot = _factory.Create(count: 3);
        Lot copy = _factory.OpenUnproven(Copy("L1", "copy"), "L1");
        Assert.Equal("DPHT00000001", Take(lot));
        Assert.Contains("DPHT00000001 was taken before", Assert.Throws<FactoryException>(() => Take(copy)).Message, StringComparison.Ordinal);
        Assert.Equal("DPHT00000002", Take(copy));
        Assert.Throws<FactoryException>(() => Take(lot));
        _factory.CloseAll();
        Assert.Contains("another one than the registry knows", Refused(_factory.LotPath("L1")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_that_somebody_wants_to_seal_does_not_move_the_registry_and_the_lot_verifies()
    {
        Lot lot = _factory.Create(count: 1);
        ExportTests.TestFactoryPasses(lot);
        _factory.CloseAll();
        string copy = Copy("L1", "copy");
        Assert.NotEmpty(Refused(copy));
        AssertVerifies(_factory.Open());
        using Lot looked = Lot.Open(copy, _factory.Key("L1"), TimeProvider.System);
        AssertVerifies(looked);
    }

    [Fact]
    public void A_lot_is_known_by_its_identity_not_by_its_name()
    {
        _factory.Create(count: 1);
        using var elsewhere = new TestFactory();
        elsewhere.Create(count: 1);
        Assert.Contains("another lot of the name L1", Assert.Throws<FactoryException>(() => LotSession.Open(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"))).Message, StringComparison.Ordinal);
        Assert.Throws<FactoryException>(() => LotAdoption.Adopt(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"), isFromBackup: false));
    }

    [Fact]
    public void A_bench_that_moved_without_its_registry_makes_its_IDs_known_to_the_new_one()
    {
        Lot lot = _factory.Create(count: 3);
        Take(lot);
        _factory.CloseAll();
        using var elsewhere = new TestFactory();
        Assert.Contains("does not know lot L1", Assert.Throws<FactoryException>(() => LotSession.Open(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"))).Message, StringComparison.Ordinal);
        LotAdoption.Adopt(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"), isFromBackup: false);
        using LotSession session = LotSession.Open(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"));
        Assert.Equal("DPHT00000002", Take(session.Lot));
        Assert.Equal("DPHT00000004", elsewhere.Create("NEXT", 1).Ledger.Units().Single().Id);
    }

    [Fact]
    public void IDs_that_were_given_to_another_lot_meanwhile_are_not_adopted()
    {
        _factory.Create(count: 3);
        _factory.CloseAll();
        using var elsewhere = new TestFactory();
        elsewhere.Create("OTHER", 2);
        Assert.Contains("given out before, to lot OTHER", Assert.Throws<FactoryException>(() => LotAdoption.Adopt(elsewhere.Bench, _factory.LotPath("L1"), _factory.Key("L1"), isFromBackup: false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TRIGGER audit_stays; DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)")]
    [InlineData("INSERT INTO audit SELECT sequence + 1, at, who, 7, 'DPHT00000001', state, count, first, last, text, error_ms, uncertainty_ms, hash FROM audit ORDER BY sequence DESC LIMIT 1")]
    public void A_trail_that_was_cut_or_continued_by_hand_is_not_worked_with(string sql)
    {
        Take(_factory.Create(count: 2));
        _factory.CloseAll();
        using (var raw = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_factory.LotPath("L1"), "ledger.db")};Pooling=False"))
        {
            raw.Open();
            Ledger.LotLedgerTests.Run(raw, sql);
        }

        Assert.NotEmpty(Refused(_factory.LotPath("L1")));
        Assert.Throws<FactoryException>(() => Adopt(_factory.LotPath("L1"), isFromBackup: false));
    }

    [Fact]
    public void A_head_that_is_missing_in_the_registry_is_wrong()
    {
        Lot lot = _factory.Create(count: 1);
        using var elsewhere = new TestFactory();
        using IdRegistry registry = IdRegistry.Open(elsewhere.Home.RegistryPath, TimeProvider.System);
        Assert.Contains(LotVerifier.Verify(lot, registry), finding => !finding.IsRight && finding.What.StartsWith("audit head", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lot_reached_by_a_link_is_the_same_lot()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _factory.Create(count: 1);
        string link = _factory.LotPath("link");
        Directory.CreateSymbolicLink(link, _factory.LotPath("L1"));
        using LotSession session = LotSession.Open(_factory.Bench, link, _factory.Key("L1"));
        Assert.NotNull(Take(session.Lot));
    }

    /// <summary>The ledger is durable before the registry is: what a kill leaves in between is claimed by the next session.</summary>
    [Fact]
    public void A_unit_that_only_the_ledger_knows_as_taken_is_claimed_by_the_next_session()
    {
        Lot lot = _factory.Create(count: 2);
        lot.Ledger.Take("bench port", TestFactory.Who);
        string copy = Copy("L1", "copy");
        _factory.CloseAll();
        _factory.Open();
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        Assert.Equal(1, registry.ClaimsOf(_factory.Open().Ledger.Identity));
        Assert.NotEmpty(Refused(copy));
    }

    private static string? Take(Lot lot) => lot.Session.Take("bench port", TestFactory.Who)?.Id;

    private int Adopt(string folder, bool isFromBackup) => LotAdoption.Adopt(_factory.Bench, folder, _factory.Key("L1"), isFromBackup);

    private string Refused(string folder) => Assert.Throws<FactoryException>(() => LotSession.Open(_factory.Bench, folder, _factory.Key("L1"))).Message;

    private string Copy(string from, string to)
    {
        string target = _factory.LotPath(to);
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(_factory.LotPath(from)))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using FileStream copy = File.Create(Path.Combine(target, Path.GetFileName(file)));
            source.CopyTo(copy);
        }

        return target;
    }

    private void AssertVerifies(Lot lot)
    {
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        Assert.All(LotVerifier.Verify(lot, registry), finding => Assert.True(finding.IsRight, finding.What));
    }
}
