using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests.Stations;

public sealed class StationTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Theory]
    [InlineData(OtpAlgorithm.Sha1)]
    [InlineData(OtpAlgorithm.Sha256)]
    [InlineData(OtpAlgorithm.Sha512)]
    public async Task Blank_tokens_become_verified_units_whose_secrets_the_ledger_holds(OtpAlgorithm algorithm)
    {
        Lot lot = _factory.Create(count: 3, algorithm: algorithm);
        Jig[] jigs = [_factory.Jig(1), _factory.Jig(2), _factory.Jig(3)];

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jigs));

        Assert.Equal(new StationSummary(3, 0, 0, 0, 0), summary);
        Assert.Equal(3, lot.Ledger.Counts()[UnitState.Verified]);
        Invariants.Hold(lot, jigs.Select(jig => jig.Token), isAllFinished: true);
    }

    [Fact]
    public async Task A_token_that_is_locked_already_is_set_aside_and_uses_up_no_unit()
    {
        Lot foreign = _factory.Create("OTHER", 1);
        Jig jig = _factory.Jig();
        await _factory.RunAsync(foreign, _factory.Options(jig));
        Lot lot = _factory.Create("L2", 2);

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig));

        Assert.Equal(1, summary.SetAside);
        Assert.Equal(2, lot.Ledger.Counts()[UnitState.Reserved]);
        Assert.Contains("not of this lot", _factory.View.Messages(StationEventKind.SetAside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_token_twice_is_told_as_done_and_uses_up_no_unit()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        await _factory.RunAsync(lot, _factory.Options(jig));

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig));

        Assert.True(summary.IsClean);
        Assert.Equal(0, summary.Passed);
        Assert.Equal(1, lot.Ledger.Counts()[UnitState.Reserved]);
        Assert.Contains("done before", _factory.View.Messages(StationEventKind.PassedBefore), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_fails_its_self_test_is_scrapped_erased_and_never_stops_the_line()
    {
        Lot lot = _factory.Create(count: 2);
        Jig broken = _factory.Jig(1, new BenchToken { IsPanelBroken = true });
        Jig good = _factory.Jig(2);

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(broken, good));

        Assert.Equal(new StationSummary(1, 1, 0, 0, 0), summary);
        Assert.Null(broken.Token.Credential);
        Unit scrapped = Assert.Single(lot.Ledger.Units(UnitState.Scrapped));
        Assert.Contains("display", scrapped.Reason, StringComparison.Ordinal);
        Invariants.Hold(lot, [broken.Token, good.Token], isAllFinished: true);
    }

    [Fact]
    public async Task A_token_whose_flash_refuses_is_scrapped_after_two_attempts()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        jig.Token.Board.Flash.FailWrites = true;

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig));

        Assert.Equal(1, summary.Failed);
        Assert.Contains("flash did not take it", Assert.Single(lot.Ledger.Units(UnitState.Scrapped)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_operator_types_from_the_display_is_compared_and_moves_the_counter_of_the_seed_file()
    {
        Lot lot = _factory.Create(count: 2);
        _factory.View.Typed = id => OtpCode.Format(Shown(lot, id), 6);
        Jig jig = _factory.Jig();
        await _factory.RunAsync(lot, _factory.Options(jig) with { ChecksDisplay = true });

        Assert.Equal(2, Assert.Single(lot.Ledger.Units(UnitState.Verified)).NextCounter);

        _factory.View.Typed = id => OtpCode.Format((Shown(lot, id) + 1) % 1_000_000, 6);
        Jig other = _factory.Jig(2);
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(other) with { ChecksDisplay = true });
        Assert.Equal(1, summary.Failed);
        Assert.Null(other.Token.Credential);
    }

    [Fact]
    public async Task A_stray_Enter_or_a_scanned_label_is_no_wrong_code_and_full_width_digits_are_digits()
    {
        Lot lot = _factory.Create(count: 1);
        var typed = new Queue<string>(["", " ", "DPHT00000001", "12345", "1234567", "\u0660\u0661\u0662\u0663\u0664\u0665"]);
        _factory.View.Typed = id =>
        {
            if (typed.TryDequeue(out string? slip))
            {
                return slip;
            }

            var generator = new OtpGenerator(OtpAlgorithm.Sha1, 6, lot.Secret(id));
            return " " + string.Concat(OtpCode.Format(generator.Compute(0), 6).Select(digit => (char)(digit - '0' + '\uff10'))).Insert(3, " ");
        };
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(_factory.Jig()) with { ChecksDisplay = true });
        Assert.Equal((1, 0), (summary.Passed, summary.Failed));
        Assert.Empty(typed);
    }

    [Fact]
    public async Task Two_stations_cannot_use_one_port_and_never_take_one_unit_twice()
    {
        Lot first = _factory.Create(count: 20);
        Lot second = _factory.Open();
        Jig[] jigs = [.. Enumerable.Range(0, 20).Select(seed => _factory.Jig(seed))];
        StationOptions left = _factory.Options(jigs[..12]);
        StationOptions right = _factory.Options(jigs[8..]);

        StationSummary[] summaries = await Task.WhenAll(_factory.RunAsync(first, left), _factory.RunAsync(second, right));

        Assert.Equal(20, first.Ledger.Counts()[UnitState.Verified]);
        Assert.Equal(20, summaries.Sum(summary => summary.Passed));
        Assert.Contains("another station", _factory.View.Messages(StationEventKind.PortFailed), StringComparison.Ordinal);
        Invariants.Hold(first, jigs.Select(jig => jig.Token), isAllFinished: true);
    }

    [Fact]
    public async Task A_lost_answer_to_the_commit_is_settled_by_asking_the_token()
    {
        Lot lot = _factory.Create(count: 1);
        Jig jig = _factory.Jig();
        int commits = 0;
        jig.OnLine = (j, line) =>
        {
            if (line.StartsWith("COMMIT", StringComparison.Ordinal) && commits++ == 0)
            {
                j.LosesNextAnswer = true;
            }

            return false;
        };

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig) with { ReplyTimeout = TimeSpan.FromSeconds(3) });

        Assert.Equal(1, summary.Passed);
        Assert.Equal(1, commits);
        Invariants.Hold(lot, [jig.Token], isAllFinished: true);
    }

    [Fact]
    public async Task A_token_pulled_right_after_its_commit_is_finished_when_it_is_back()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        BenchToken? pulled = null;
        jig.OnLine = (j, line) =>
        {
            if (line.StartsWith("STATUS", StringComparison.Ordinal) && pulled is null)
            {
                pulled = j.Token;
                j.PowerCycle();
            }

            return false;
        };

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig));

        Assert.Equal(new StationSummary(1, 0, 0, 0, 0), summary);
        Invariants.Hold(lot, [jig.Token], isAllFinished: true);
    }

    [Fact]
    public async Task A_token_pulled_while_it_is_written_costs_a_unit_and_no_other_token_ever_gets_it()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        BenchToken? pulled = null;
        jig.OnLine = (j, line) =>
        {
            if (line.StartsWith("CHECK", StringComparison.Ordinal) && pulled is null)
            {
                pulled = j.Pull();
                j.Insert(new BenchToken());
            }

            return false;
        };

        await _factory.RunAsync(lot, _factory.Options(jig) with { IsOnce = false });

        Assert.Equal(1, lot.Ledger.Counts()[UnitState.Scrapped]);
        Assert.Equal(1, lot.Ledger.Counts()[UnitState.Verified]);
        Invariants.Hold(lot, [jig.Token, pulled!], isAllFinished: true);
    }

    [Fact]
    public async Task A_locked_token_whose_unit_was_scrapped_is_erased_and_used_again()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        await _factory.RunAsync(lot, _factory.Options(jig));
        string first = jig.Token.Credential!.Id;
        lot.Ledger.TryScrap(first, "dropped on the floor", TestFactory.Who);

        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig));

        Assert.Equal(1, summary.Passed);
        Assert.NotEqual(first, jig.Token.Credential!.Id);
        Invariants.Hold(lot, [jig.Token], isAllFinished: true);
    }

    [Fact]
    public async Task A_token_of_a_newer_ledger_burns_its_unit_and_raises_the_alarm()
    {
        Lot lot = _factory.Create(count: 2);
        string backup = _factory.LotPath("backup");
        _factory.CloseAll();
        Directory.CreateDirectory(backup);
        File.Copy(Path.Combine(_factory.LotPath("L1"), "ledger.db"), Path.Combine(backup, "ledger.db"));
        Jig jig = _factory.Jig();
        await _factory.RunAsync(_factory.Open(), _factory.Options(jig));
        Lot restored = _factory.OpenUnproven(backup, "L1");

        StationSummary summary = await _factory.RunAsync(restored, _factory.Options(jig));

        Assert.Equal(1, summary.SetAside);
        Assert.Equal(UnitState.Scrapped, restored.Ledger.Find(jig.Token.Credential!.Id)!.State);
    }

    /// <summary>What the token shows at the second press of the factory.</summary>
    private static uint Shown(Lot lot, string id) => new OtpGenerator(OtpAlgorithm.Sha1, 6, lot.Secret(id)).Compute(1);
}
