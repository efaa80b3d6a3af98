using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Sealing;
using HwToken.Factory.Tests.Exports;
using HwToken.Pskc;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Factory.Tests.Lots;

/// <summary>TOTP tokens take their time from the bench's clock; a wrong one would ship them dead.</summary>
public sealed class BenchClockTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Theory]
    [InlineData(-400, null, "the last thing was done")]
    [InlineData(-0.01, null, "the last thing was done")]
    [InlineData(367, null, "more than a year")]
    [InlineData(26600, null, "more than a year")]
    [InlineData(10, 20.0, "this program was made")]
    [InlineData(0, null, null)]
    [InlineData(-0.00005, null, null)]
    [InlineData(300, 20.0, null)]
    public void A_clock_that_cannot_be_right_is_refused_and_a_person_may_overrule_it(double days, double? program, string? objection)
    {
        Bench bench = At(Noon.AddDays(days)) with { ProgramDate = program is { } age ? Noon.AddDays(age) : null };
        if (objection is null)
        {
            Assert.False(BenchClock.Check(bench, Noon));
            return;
        }

        FactoryException refused = Assert.Throws<FactoryException>(() => BenchClock.Check(bench, Noon));
        Assert.Contains(objection, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--clock-is-right", refused.Message, StringComparison.Ordinal);
        Assert.True(BenchClock.Check(bench with { IsClockRight = true }, Noon));
    }

    [Fact]
    public void A_first_command_under_a_clock_of_2099_is_refused_too() =>
        Assert.Contains("many years after this program was made", Assert.Throws<FactoryException>(() => BenchClock.Check(At(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)) with { ProgramDate = Noon }, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_lot_that_one_entry_of_2099_has_spoiled_is_repaired_and_its_tokens_are_looked_at_again()
    {
        DateTimeOffset wrong = Noon.AddYears(73);
        using (LotSession made = Lot.Create(At(Noon), _factory.LotPath("T"), new LotDefinition { LotId = "T", Prefix = "DPHT", Count = 1, Type = OtpType.Totp }, null, _factory.Key("T")))
        {
        }

        using (LotSession spoiled = LotSession.Open(At(wrong) with { IsClockRight = true }, _factory.LotPath("T"), _factory.Key("T")))
        {
            ExportTests.TestFactoryPasses(spoiled.Lot);
            spoiled.Lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(wrong, 3, 9), TestFactory.Who);
            Assert.Empty(spoiled.Lot.WrongClocks());
        }

        Assert.Throws<FactoryException>(() => LotSession.Open(At(Noon.AddDays(1)), _factory.LotPath("T"), _factory.Key("T")));
        using (LotSession repaired = LotSession.Open(At(Noon.AddDays(1)) with { IsClockRight = true }, _factory.LotPath("T"), _factory.Key("T")))
        {
            Assert.Equal(["DPHT00000001"], repaired.Lot.WrongClocks());
            Assert.Contains("DPHT00000001", Assert.Throws<FactoryException>(() => Seal(repaired.Lot)).Message, StringComparison.Ordinal);
            repaired.Lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon.AddDays(1), 5, 9), TestFactory.Who);
        }

        using LotSession again = LotSession.Open(At(Noon.AddDays(2)), _factory.LotPath("T"), _factory.Key("T"));
        Assert.Empty(again.Lot.WrongClocks());
        Assert.Equal(1, Seal(again.Lot).Count);
    }

    [Theory]
    [InlineData(OtpType.Totp, 16_000, true)]
    [InlineData(OtpType.Totp, -16_000, true)]
    [InlineData(OtpType.Totp, 14_000, false)]
    [InlineData(OtpType.Hotp, 16_000, false)]
    public void A_token_that_shows_a_wrong_clock_afterwards_cannot_be_sealed_until_it_is_set(OtpType type, double error, bool isWrong)
    {
        Lot lot = _factory.Create(count: 1, type: type);
        ExportTests.TestFactoryPasses(lot);
        lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon, error, 9), TestFactory.Who);
        Assert.Equal(isWrong, lot.WrongClocks().Count == 1);
        if (!isWrong)
        {
            return;
        }

        Assert.Throws<FactoryException>(() => Seal(lot));
        lot.Ledger.NoteClockSetting("DPHT00000001", Noon, TestFactory.Who);
        Assert.Throws<FactoryException>(() => Seal(lot));
        lot.Ledger.NoteClockStopped("DPHT00000001", Noon, TestFactory.Who);
        Assert.Throws<FactoryException>(() => Seal(lot));
        lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon, -12, 9), TestFactory.Who);
        Assert.Equal(1, Seal(lot).Count);
    }

    [Fact]
    public void A_clock_that_leaps_while_the_station_runs_stops_it_before_the_next_token()
    {
        var clock = new FakeTimeProvider(Noon);
        using LotSession session = Lot.Create(new Bench(_factory.Home, clock, TestFactory.Who), _factory.LotPath("T"), new LotDefinition { LotId = "T", Prefix = "DPHT", Count = 2 }, null, _factory.Key("T"));
        Assert.NotNull(session.Take("bench port", TestFactory.Who));
        clock.Advance(TimeSpan.FromDays(3650));
        Assert.Throws<FactoryException>(() => session.Take("bench port", TestFactory.Who));
        Assert.Equal(1, session.Lot.Ledger.Counts()[UnitState.Reserved]);
    }

    private SealedFile Seal(Lot lot)
    {
        using PskcKeySource key = PskcKeySource.PreSharedKey(new byte[16]);
        return LotSealer.Seal(lot, new SealOptions { Profile = PskcProfile.Portable, Protection = key, Path = Path.Combine(lot.Folder.Folder, "lot.pskcxml"), Who = TestFactory.Who });
    }

    private Bench At(DateTimeOffset now) => new(_factory.Home, new FakeTimeProvider(now), TestFactory.Who);
}
