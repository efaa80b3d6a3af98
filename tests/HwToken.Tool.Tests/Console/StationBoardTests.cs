using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Stations;
using HwToken.TestKit;
using HwToken.Tool.Console;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Tool.Tests.Console;

public sealed class StationBoardTests : IDisposable
{
    private const int Columns = 80;

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LotSession _session;
    private readonly StationBoard _board;

    public StationBoardTests()
    {
        var home = new FactoryHome(Path.Combine(_folder.Path, "home"));
        IdRegistry.Create(home.RegistryPath);
        var definition = new LotDefinition { LotId = "July", Prefix = "DPHT", Count = 5, Type = OtpType.Hotp, Algorithm = OtpAlgorithm.Sha1 };
        _session = Lot.Create(new Bench(home, TimeProvider.System, "tester"), Path.Combine(_folder.Path, "July"), definition, null, LotKeySource.FromFiles(home.KeyPath("July")));
        _board = new StationBoard(_session.Lot, _time);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_unit_at_hand_is_not_done_and_still_remains()
    {
        Assert.Equal("done 0 of 5, remaining 5", _board.Progress());

        Assert.NotNull(_session.Take("bench", "tester"));

        Assert.Equal("done 0 of 5, remaining 5", _board.Progress());
    }

    [Fact]
    public void A_scrapped_unit_remains_no_more_and_the_lot_is_short_until_it_is_extended()
    {
        Unit unit = _session.Take("bench", "tester")!;
        _session.Lot.Ledger.TryScrap(unit.Id, "planted", "tester");

        Assert.Equal("done 0 of 5, remaining 4, 1 short", _board.Progress());

        _session.Extend(1);

        Assert.Equal("done 0 of 5, remaining 5", _board.Progress());
    }

    [Fact]
    public void The_pace_tells_of_this_run_alone_and_counts_a_token_that_was_set_aside_as_no_failure()
    {
        _board.Add(new StationEvent("p", StationEventKind.Passed, "DPHT00000001", ""));
        _board.Add(new StationEvent("p", StationEventKind.SetAside, null, ""));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("here 1 passed, 0 failed, 1 set aside, 60 units/h", _board.Pace());
    }

    [Fact]
    public void Every_line_of_the_summary_fits_eighty_columns()
    {
        var summary = new StationSummary(99_999, 9_999, 999, 99, 20);

        Assert.All(_board.Summary(summary, isStopped: true), line => Assert.True(line.Length <= Columns, line));
    }
}
