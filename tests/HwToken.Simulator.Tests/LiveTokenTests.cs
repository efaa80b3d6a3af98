using Microsoft.Extensions.Time.Testing;
using NanoBoard;

namespace HwToken.Simulator.Tests;

/// <summary>Pacing by a wall clock that the test holds.</summary>
public class LiveTokenTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly VirtualToken _token = new(new BoardOptions { StartsAt = Start });
    private readonly LiveToken _live;

    public LiveTokenTests() => _live = new LiveToken(_token, _clock);

    private TimeSpan Passed => _live.Ask(token => token.Now) - Start;

    [Fact]
    public void Virtual_time_goes_with_the_wall_clock_at_the_speed_that_was_set()
    {
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), Passed);
        _live.Speed = 60;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(610), Passed);
        _live.Speed = 0;
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromSeconds(610), Passed);
    }

    [Fact]
    public void A_token_that_was_run_ahead_waits_for_the_wall_clock_and_is_on_time_again()
    {
        _live.Do(token => token.Advance(TimeSpan.FromSeconds(5)));
        Assert.True(_live.IsAhead);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(5), Passed);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(6), Passed);
        Assert.False(_live.IsAhead);
    }

    [Fact]
    public void After_a_jump_time_goes_on_from_there()
    {
        _live.JumpTo(Start + TimeSpan.FromDays(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1), Passed);
    }

    [Fact]
    public void A_wall_clock_that_is_put_back_stops_the_token_until_it_has_caught_up()
    {
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), Passed);
        _clock.AdjustTime(_clock.GetUtcNow() - TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(10), Passed);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(11), Passed);
    }
}
