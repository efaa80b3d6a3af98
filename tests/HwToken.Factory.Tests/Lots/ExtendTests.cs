using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Sealing;
using HwToken.Factory.Stations;
using HwToken.Factory.Tests.Exports;
using HwToken.Factory.Tests.Ledger;
using HwToken.Pskc;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests.Lots;

/// <summary>A scrapped unit costs its ID; <c>lot extend</c> adds more.</summary>
public sealed class ExtendTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_lot_that_ended_short_is_extended_and_finished()
    {
        Lot lot = _factory.Create(count: 2);
        _factory.Create("NEXT", 1);
        Jig[] jigs = [_factory.Jig(1, new BenchToken { IsPanelBroken = true }), _factory.Jig(2)];
        await _factory.RunAsync(lot, _factory.Options(jigs));
        Assert.Equal((2, 1), (lot.Wanted, lot.Shortage));

        Assert.Equal("DPHT00000004", Extend(lot, 1).FirstId);

        Assert.Equal((2, 0), (lot.Wanted, lot.Shortage));
        Jig good = _factory.Jig(3);
        await _factory.RunAsync(lot, _factory.Options(good));
        Assert.Equal("DPHT00000004", good.Token.Credential!.Id);
        Assert.Equal(2, lot.Ledger.Counts().Passed);
        Invariants.Hold(lot, [.. jigs.Select(jig => jig.Token), good.Token], isAllFinished: true);
        AssertVerifies(lot);
    }

    [Fact]
    public void What_goes_beyond_replacing_makes_the_lot_larger()
    {
        Lot lot = _factory.Create(count: 5);
        lot.Ledger.TryScrap("DPHT00000001", "fell", TestFactory.Who);
        lot.Ledger.TryScrap("DPHT00000002", "fell", TestFactory.Who);
        Extend(lot, 1);
        Assert.Equal((5, 1), (lot.Wanted, lot.Shortage));
        Extend(lot, 3);
        Assert.Equal((7, 0), (lot.Wanted, lot.Shortage));
        Assert.Equal(7, _factory.Open().Definition.Count);
    }

    [Fact]
    public void A_sealed_lot_is_not_extended_nor_one_whose_secrets_are_destroyed_nor_without_the_key()
    {
        Lot lot = _factory.Create(count: 1);
        using (Lot keyless = Lot.Open(_factory.LotPath("L1"), null, TimeProvider.System))
        {
            Assert.Contains("needs the key", Assert.Throws<FactoryException>(() => Extend(keyless, 1)).Message, StringComparison.Ordinal);
        }

        ExportTests.TestFactoryPasses(lot);
        using PskcKeySource key = PskcKeySource.PreSharedKey(new byte[16]);
        LotSealer.Seal(lot, new SealOptions { Profile = PskcProfile.Portable, Protection = key, Path = Path.Combine(_factory.Folder, "lot.xml"), Who = TestFactory.Who });
        Assert.Contains("was sealed", Assert.Throws<FactoryException>(() => Extend(lot, 1)).Message, StringComparison.Ordinal);
        lot.DestroySecrets(TestFactory.Who, new AuditEvent(AuditKind.SecretsDestroyed));
        Assert.Contains("was sealed", Assert.Throws<FactoryException>(() => Extend(lot, 1)).Message, StringComparison.Ordinal);
        Assert.Equal("DPHT00000002", _factory.Create("B", 1).Ledger.Units().Single().Id);
    }

    [Fact]
    public void A_lot_that_was_sealed_between_look_and_change_is_not_extended()
    {
        Lot lot = _factory.Create(count: 1);
        ExportTests.TestFactoryPasses(lot);
        Lot other = _factory.Open();
        Assert.True(other.Ledger.TrySeal(TestFactory.Who, new AuditEvent(AuditKind.Sealed), "[]", other.Ledger.AuditHead().Hash, [], ""));
        Assert.Throws<FactoryException>(() => lot.Ledger.Extend(TestFactory.Who, new AuditEvent(AuditKind.Extended), [(2, "DPHT00000002", [1], 0)], "definition", (value, _) => value));
        Assert.Equal(1, lot.Ledger.Counts().Total);
    }

    [Fact]
    public void A_file_that_would_not_tell_all_is_not_sealed()
    {
        Lot lot = _factory.Create(count: 1);
        ExportTests.TestFactoryPasses(lot);
        byte[] head = lot.Ledger.AuditHead().Hash;
        Extend(lot, 1);
        Assert.False(lot.Ledger.TrySeal(TestFactory.Who, new AuditEvent(AuditKind.Sealed), "[]", head, [], ""));
        Assert.Equal((1, false), (lot.Ledger.Counts()[UnitState.Labelled], lot.Ledger.IsSealed));
    }

    /// <summary>Registry and ledger are two files. Whatever step fails, the IDs are given back and never doubled, and the lot is whole.</summary>
    [Fact]
    public void An_extension_that_fails_at_any_step_uses_up_no_ID()
    {
        _factory.Create(count: 3);
        int cuts = 0;
        for (int step = 1; ; step++)
        {
            int before = _factory.Open().Ledger.Counts().Total;
            var clock = new FailingClock(step);
            bool isCut = false;
            try
            {
                using LotSession session = LotSession.Open(_factory.Bench with { Clock = clock }, _factory.LotPath("L1"), _factory.Key("L1"));
                session.Extend(2);
            }
            catch (IOException)
            {
                isCut = true;
                cuts++;
            }

            Lot after = _factory.Open();
            Assert.Equal(isCut ? before : before + 2, after.Ledger.Counts().Total);
            AssertVerifies(after);
            Assert.Equal(after.Ledger.Counts().Total, Given(after));
            string next = _factory.Create("NEXT" + step, 1).Ledger.Units().Single().Id;
            Assert.Null(after.Ledger.Find(next));
            if (!isCut)
            {
                break;
            }
        }

        Assert.True(cuts >= 2, "the registry and the ledger must both have been cut");
    }

    [Fact]
    public void An_extension_that_ended_before_its_head_was_kept_verifies()
    {
        Lot lot = _factory.Create(count: 1);
        using (IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System))
        {
            CredentialIdRange range = registry.Claim(lot.Ledger.Identity, "DPHT", null, 1);
            lot.Ledger.Extend(TestFactory.Who, new AuditEvent(AuditKind.Extended) { Count = 1, First = range.FirstId, Last = range.LastId }, [(range.First, range.FirstId, lot.Keys.Seal(range.FirstId, new byte[20]), 0)], "definition", (value, _) => value);
        }

        AssertVerifies(_factory.Open());
    }

    [Fact]
    public async Task Several_people_extending_at_once_get_IDs_of_their_own()
    {
        _factory.Create(count: 1);
        Lot[] open = [.. Enumerable.Range(0, 4).Select(_ => _factory.Open())];
        CredentialIdRange[][] added = await Task.WhenAll(open.Select(lot => Task.Run(() => Enumerable.Range(0, 5).Select(_ => Extend(lot, 3)).ToArray())));
        string[] ids = [.. added.SelectMany(ranges => ranges).SelectMany(range => range.All()).Select(unit => unit.Id)];
        Assert.Equal(60, ids.Distinct().Count());
        Lot all = _factory.Open();
        Assert.Equal((61, 61), (all.Ledger.Counts().Total, all.Wanted));
        AssertVerifies(all);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 2")]
    [InlineData("PRAGMA application_id = 0")]
    public void A_ledger_of_another_version_is_refused_with_what_to_do(string sql)
    {
        Lot lot = _factory.Create(count: 1, type: OtpType.Totp);
        using (Microsoft.Data.Sqlite.SqliteConnection raw = LotLedgerTests.Raw(lot))
        {
            LotLedgerTests.Run(raw, sql);
        }

        Assert.Contains("with the version that made it", Assert.Throws<FactoryException>(() => _factory.Open()).Message, StringComparison.Ordinal);
        Assert.Throws<FactoryException>(() => Lot.Open(_factory.LotPath("L1"), null, TimeProvider.System));
    }

    private CredentialIdRange Extend(Lot lot, int count)
    {
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        return lot.Extend(registry, count, null, TestFactory.Who);
    }

    private long Given(Lot lot)
    {
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        return registry.CountOf(lot.Ledger.Identity);
    }

    private void AssertVerifies(Lot lot)
    {
        using IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System);
        Assert.All(LotVerifier.Verify(lot, registry), finding => Assert.True(finding.IsRight, finding.What));
    }
}
