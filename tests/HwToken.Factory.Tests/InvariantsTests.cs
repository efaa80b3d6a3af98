using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Factory.Tests.Ledger;
using HwToken.Provisioning;
using HwToken.Lines;
using HwToken.Provisioning.Transports;
using HwToken.TestKit.Bench;
using Microsoft.Data.Sqlite;
using Xunit.Sdk;

namespace HwToken.Factory.Tests;

/// <summary>The invariants that the kill test checks must be able to fail: each test plants the fault that one of them is there for.</summary>
public sealed class InvariantsTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task They_hold_after_a_right_run()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = Jig(1);
        await _factory.RunAsync(lot, _factory.Options(jig));
        Invariants.Hold(lot, [jig.Token, new BenchToken()], isAllFinished: true);
    }

    /// <summary>What a station killed after COMMIT leaves if it notes its intent only afterwards.</summary>
    [Theory]
    [InlineData("state = 0, committing = 0", "never wrote it")]
    [InlineData("state = 1, committing = 0", "never allowed its commit")]
    public async Task They_catch_a_station_that_commits_before_its_intent_is_durable(string durable, string what)
    {
        Lot lot = _factory.Create(count: 1);
        Jig jig = Jig(1);
        await _factory.RunAsync(lot, _factory.Options(jig));
        using (SqliteConnection raw = LotLedgerTests.Raw(lot))
        {
            LotLedgerTests.Run(raw, "DROP TRIGGER unit_moves_on; UPDATE unit SET " + durable);
        }

        AssertCaught(what, lot, jig.Token);
    }

    /// <summary>A station that goes on with such a ledger would put one unit into two tokens; the registry stops it before it touches the token.</summary>
    [Fact]
    public async Task They_catch_a_ledger_that_was_restored_from_an_older_copy()
    {
        Lot lot = _factory.Create(count: 2);
        string older = _factory.LotPath("older");
        Directory.CreateDirectory(older);
        using (SqliteConnection raw = LotLedgerTests.Raw(lot))
        {
            LotLedgerTests.Run(raw, $"VACUUM INTO '{Path.Combine(older, "ledger.db")}'");
        }

        Jig jig = Jig(1);
        Jig other = Jig(2);
        await _factory.RunAsync(lot, _factory.Options(jig));
        Lot restored = _factory.OpenUnproven(older, "L1");
        AssertCaught("never wrote it", restored, jig.Token);
        FactoryException stopped = await Assert.ThrowsAsync<FactoryException>(() => _factory.RunAsync(restored, _factory.Options(other)));
        Assert.Contains("DPHT00000001 was taken before", stopped.Message, StringComparison.Ordinal);
        Assert.Null(other.Token.Credential);
    }

    [Fact]
    public async Task They_catch_a_unit_that_is_offered_to_a_second_token()
    {
        Lot lot = _factory.Create(count: 1);
        Jig first = Jig(1);
        Jig second = Jig(2);
        await _factory.RunAsync(lot, _factory.Options(first));
        await WriteAsync(lot, "DPHT00000001", lot.Secret("DPHT00000001"), second);
        AssertCaught("is in two tokens", lot, first.Token, second.Token);
    }

    [Fact]
    public async Task They_catch_one_secret_under_two_IDs()
    {
        Lot lot = _factory.Create(count: 2);
        Jig first = Jig(1);
        Jig second = Jig(2);
        await _factory.RunAsync(lot, _factory.Options(first));
        await WriteAsync(lot, "DPHT00000002", lot.Secret("DPHT00000001"), second);
        AssertCaught("the secret of DPHT00000002 is in two tokens", lot, first.Token, second.Token);
    }

    [Fact]
    public async Task They_catch_a_token_whose_secret_nobody_has()
    {
        Lot lot = _factory.Create(count: 1);
        Jig jig = Jig(1);
        lot.Ledger.Take("bench", TestFactory.Who);
        lot.Ledger.TryIntendCommit("DPHT00000001", TestFactory.Who);
        await WriteAsync(lot, "DPHT00000001", new byte[20], jig);
        AssertCaught("a secret that nobody has", lot, jig.Token);
    }

    [Fact]
    public async Task They_catch_a_unit_that_passed_and_is_in_no_token()
    {
        Lot lot = _factory.Create(count: 1);
        Jig jig = Jig(1);
        await _factory.RunAsync(lot, _factory.Options(jig));
        AssertCaught("no token holds it", lot, new BenchToken());
        AssertCaught("no token holds it", lot);
    }

    private static void AssertCaught(string what, Lot lot, params BenchToken[] tokens)
    {
        XunitException caught = Assert.ThrowsAny<XunitException>(() => Invariants.Hold(lot, tokens, isAllFinished: false));
        Assert.Contains(what, caught.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(Lot lot, string id, byte[] secret, Jig jig)
    {
        await using LineTransport line = await LinePort.Parse(jig.Port).OpenAsync(TestContext.Current.CancellationToken);
        await new ProvisioningClient(line, TimeSpan.FromMinutes(1)).ProvisionAsync(new NewCredential(id, lot.Definition.Parameters, secret, lot.Keys.AdminKey(id)), DateTimeOffset.UnixEpoch.AddYears(56));
    }

    private Jig Jig(int seed) => _factory.Jig(seed, new BenchToken(hasClock: false));
}
