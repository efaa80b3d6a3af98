using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Provisioning;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests.Stations;

public sealed class ClockTests : IDisposable
{
    /// <summary>What the line and the pause between two questions may cost, in ms.</summary>
    private const int Slack = 50;

    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFactory _factory = new() { Time = new LeapingTime(Noon) };

    public void Dispose() => _factory.Dispose();

    [Theory]
    [InlineData(0, 20)]
    [InlineData(-130, 20)]
    [InlineData(260, 5)]
    [InlineData(-40, 150)]
    [InlineData(-40, 700)]
    public async Task The_true_error_lies_within_what_is_told(int errorMilliseconds, int answerMilliseconds)
    {
        var time = new LeapingTime(Noon.AddMilliseconds(123));
        var token = new ClockToken(time, Noon) { ErrorMilliseconds = errorMilliseconds, AnswerTime = TimeSpan.FromMilliseconds(answerMilliseconds) };

        ClockMeasurement? measured = await new ClockMeter(time).MeasureAsync(new ProvisioningClient(token), TestContext.Current.CancellationToken);

        Assert.NotNull(measured);
        Assert.InRange(measured.ErrorMilliseconds - errorMilliseconds, -measured.UncertaintyMilliseconds, measured.UncertaintyMilliseconds);
        Assert.InRange(measured.UncertaintyMilliseconds, 0, answerMilliseconds + 10);
    }

    [Fact]
    public async Task A_line_that_is_slower_than_the_patience_is_no_clock_that_stands_still()
    {
        var time = new LeapingTime(Noon);
        var token = new ClockToken(time, Noon) { AnswerTime = TimeSpan.FromSeconds(3) };

        Assert.NotNull(await new ClockMeter(time).MeasureAsync(new ProvisioningClient(token), TestContext.Current.CancellationToken));
    }

    /// <summary>A second is too short to tell parts per million; a night is not.</summary>
    [Theory]
    [InlineData(0, 0, 12, false)]
    [InlineData(2.5, 0, 2, false)]
    [InlineData(2.5, 16, 0, true)]
    [InlineData(-1.2, 24, 0, true)]
    [InlineData(0.05, 16, 0, false)]
    public async Task A_rate_is_claimed_when_it_is_larger_than_its_uncertainty_and_never_else(double ppm, int hours, int seconds, bool isResolved)
    {
        var time = new LeapingTime(Noon);
        var token = new ClockToken(time, Noon) { Ppm = ppm, ErrorMilliseconds = -12 };
        var meter = new ClockMeter(time);
        Lot lot = _factory.Create(count: 1, type: OtpType.Totp);
        lot.Ledger.NoteClockSetting("DPHT00000001", time.GetUtcNow(), TestFactory.Who);
        await KeepAsync();
        Assert.Null(lot.Ledger.ClockRate("DPHT00000001"));
        time.Advance(new TimeSpan(hours, 0, seconds));
        await KeepAsync();

        ClockRate? rate = lot.Ledger.ClockRate("DPHT00000001");

        Assert.NotNull(rate);
        Assert.InRange(rate.Ppm - ppm, -rate.UncertaintyPpm, rate.UncertaintyPpm);
        Assert.Equal(isResolved, rate.IsResolved);
        Assert.Equal(isResolved, rate.ToString().StartsWith(ppm > 0 ? "+" : "-", StringComparison.Ordinal));

        async Task KeepAsync() =>
            lot.Ledger.AddClockMeasurement("DPHT00000001", (await meter.MeasureAsync(new ProvisioningClient(token), TestContext.Current.CancellationToken))!, TestFactory.Who);
    }

    [Fact]
    public void No_rate_is_told_across_a_setting_of_the_clock()
    {
        Lot lot = _factory.Create(count: 1, type: OtpType.Totp);
        lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon, 900, 5), TestFactory.Who);
        lot.Ledger.NoteClockSetting("DPHT00000001", Noon.AddHours(1), TestFactory.Who);
        lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon.AddHours(20), -10, 5), TestFactory.Who);
        Assert.Null(lot.Ledger.ClockRate("DPHT00000001"));
        lot.Ledger.AddClockMeasurement("DPHT00000001", new ClockMeasurement(Noon.AddHours(30), 62, 5), TestFactory.Who);
        Assert.Equal(2.0, lot.Ledger.ClockRate("DPHT00000001")!.Ppm, 2);
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1)]
    [InlineData(OtpAlgorithm.Sha256)]
    public async Task Tokens_with_a_clock_are_set_as_a_second_begins(OtpAlgorithm algorithm)
    {
        Lot lot = _factory.Create(count: 2, type: OtpType.Totp, algorithm: algorithm);
        Jig[] jigs = [_factory.Jig(1), _factory.Jig(2)];

        // One after the other: the time that one station leaps over would pass for the other's token.
        Assert.All([await RunAsync(lot, jigs[0]), await RunAsync(lot, jigs[1])], summary => Assert.Equal(new StationSummary(1, 0, 0, 0, 0), summary));

        Assert.All(lot.Ledger.Units(), unit => Assert.InRange(unit.ClockErrorMilliseconds!.Value, -Slack, Slack));
        Invariants.Hold(lot, jigs.Select(jig => jig.Token), isAllFinished: true);
    }

    [Fact]
    public async Task A_clock_that_was_set_late_is_set_again_and_one_that_stands_still_is_scrapped()
    {
        Lot lot = _factory.Create(count: 2, type: OtpType.Totp);
        Jig late = _factory.Jig(1);
        late.Token.Clock.Late = TimeSpan.FromSeconds(5);
        Jig stuck = _factory.Jig(2);
        stuck.Token.Clock.IsStuck = true;

        Assert.Equal(1, (await RunAsync(lot, late)).Passed);
        Assert.Equal(1, (await RunAsync(lot, stuck)).Failed);
        Assert.InRange(Assert.Single(lot.Ledger.Units(UnitState.Verified)).ClockErrorMilliseconds!.Value, -Slack, Slack);
    }

    [Theory]
    [InlineData(OtpType.Hotp, true, false, true)]
    [InlineData(OtpType.Hotp, false, false, false)]
    [InlineData(OtpType.Hotp, true, true, false)]
    [InlineData(OtpType.Totp, true, false, true)]
    public async Task Every_token_with_a_running_clock_has_its_error_in_the_ledger(OtpType type, bool isThere, bool isStuck, bool isMeasured)
    {
        Lot lot = _factory.Create(count: 1, type: type);
        Jig jig = _factory.Jig(1, new BenchToken(hasClock: isThere, time: _factory.Time));
        jig.Token.Clock.IsStuck = isStuck;

        Assert.Equal(1, (await RunAsync(lot, jig)).Passed);
        Unit unit = lot.Ledger.Units().Single();
        Assert.Equal(isMeasured, unit.ClockErrorMilliseconds is not null);
        Assert.Equal(isMeasured ? 1 : 0, lot.Ledger.ClockMeasurements(unit.Id).Count);
        if (isMeasured)
        {
            Assert.InRange(unit.ClockErrorMilliseconds!.Value, type == OtpType.Totp ? -Slack : -1000 - Slack, Slack);
        }
    }

    private Task<StationSummary> RunAsync(Lot lot, Jig jig) => _factory.RunAsync(lot, _factory.Options(jig));

    /// <summary>A token that knows GETTIME, whose clock has an error and a rate.</summary>
    private sealed class ClockToken(LeapingTime time, DateTimeOffset since) : ILineTransport
    {
        private byte[]? _answer;

        public double ErrorMilliseconds { get; init; }

        public double Ppm { get; init; }

        public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMilliseconds(12);

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
        {
            // Half of the way there, half of it back.
            time.Advance(AnswerTime / 2);
            double error = ErrorMilliseconds + ((time.GetUtcNow() - since).TotalMilliseconds * Ppm / 1e6);
            _answer = LineCodec.Encode($"OK GETTIME {time.GetUtcNow().AddMilliseconds(error).ToUnixTimeSeconds()}");
            time.Advance(AnswerTime / 2);
            return ValueTask.CompletedTask;
        }

        public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
        {
            int count = _answer?.Length ?? 0;
            _answer?.CopyTo(buffer);
            _answer = null;
            return ValueTask.FromResult(count);
        }
    }
}
