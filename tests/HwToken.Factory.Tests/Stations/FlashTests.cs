using System.Collections.Concurrent;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests.Stations;

/// <summary>Firmware at the bench: flashed first, demanded, kept in the ledger.</summary>
public sealed class FlashTests : IDisposable
{
    private readonly TestFactory _factory = new();
    private readonly ConcurrentQueue<string> _flashed = [];

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Each_board_is_flashed_once_before_it_is_written_and_its_firmware_stands_in_the_ledger()
    {
        Lot lot = _factory.Create(count: 2);
        Jig[] jigs = [_factory.Jig(1), _factory.Jig(2)];
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jigs) with { Flash = FlashAsync });
        Assert.Equal(new StationSummary(2, 0, 0, 0, 0), summary);
        Assert.Equal(jigs.Select(jig => jig.Port).Order(), _flashed.Order());
        Assert.All(lot.Ledger.Units(), unit => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+$", unit.Firmware!));
    }

    [Fact]
    public async Task A_token_that_holds_a_credential_is_never_flashed()
    {
        Lot lot = _factory.Create(count: 2);
        Jig jig = _factory.Jig();
        await _factory.RunAsync(lot, _factory.Options(jig));
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig) with { Flash = FlashAsync });
        Assert.True(summary.IsClean);
        Assert.Empty(_flashed);
    }

    [Fact]
    public async Task A_board_that_cannot_be_flashed_is_set_aside_and_uses_up_no_unit()
    {
        Lot lot = _factory.Create(count: 1);
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(_factory.Jig()) with { Flash = (_, _) => throw new FactoryException("flashing failed: exit code 3") });
        Assert.Equal(1, summary.SetAside);
        Assert.Equal(1, lot.Ledger.Counts()[UnitState.Reserved]);
        Assert.Contains("exit code 3", _factory.View.Messages(StationEventKind.SetAside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_with_another_firmware_than_demanded_is_set_aside_and_uses_up_no_unit()
    {
        Lot lot = _factory.Create(count: 1);
        Jig jig = _factory.Jig();
        StationSummary summary = await _factory.RunAsync(lot, _factory.Options(jig) with { Firmware = "0.0.1" });
        Assert.Equal(1, summary.SetAside);
        Assert.Equal(1, lot.Ledger.Counts()[UnitState.Reserved]);
        Assert.Contains("not 0.0.1", _factory.View.Messages(StationEventKind.SetAside), StringComparison.Ordinal);
    }

    private Task FlashAsync(string port, CancellationToken cancel)
    {
        _flashed.Enqueue(port);
        return Task.CompletedTask;
    }
}
