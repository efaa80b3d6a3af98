using HwToken.Rack;
using HwToken.Rack.Live;
using HwToken.Simulator;
using HwToken.Simulator.Clocks;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The clock that tokens, leases and the service under test share.</summary>
internal static class ClockEndpoints
{
    private const double MostWaitSeconds = 600;

    /// <summary>Maps reading, setting and moving it.</summary>
    public static void MapClock(this IEndpointRouteBuilder api, Simulation simulation)
    {
        SharedClock clock = simulation.Clock;
        RouteGroupBuilder group = api.MapGroup("/clock").WithTags("shared clock");
        group.MapGet("", async (long? after, double? wait, CancellationToken left) =>
        {
            await WaitForChangeAsync(clock, after, wait, left).ConfigureAwait(false);
            return clock.Read();
        }).WithName("getClock").WithSummary("What the shared clock shows. With `after` (a revision) the answer comes when it was set or moved since, or after `wait` seconds (60).");
        group.MapPut("", async (LeaseRequests.Clock body) =>
        {
            DateTimeOffset was = clock.GetUtcNow();
            Set(clock, body);
            if (clock.GetUtcNow() < was)
            {
                // A token's time does not go back: the board starts again.
                foreach (TokenSlot slot in simulation.Rack.Slots)
                {
                    slot.Follow();
                }
            }

            await simulation.KeepClockAsync().ConfigureAwait(false);
            return clock.Read();
        }).WithName("setClock").WithSummary("True time (`true`), or a time of its own (`virtual`): what it shows, how fast it runs (`rate` 0 is frozen), how wrong (`ppm`).");
        group.MapPost("/move", async (LeaseRequests.Move body) =>
        {
            Move(clock, body);
            await simulation.KeepClockAsync().ConfigureAwait(false);
            return clock.Read();
        }).WithName("moveClock").WithSummary("Moves a virtual clock forward at once, by seconds or to a moment.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void Set(SharedClock clock, LeaseRequests.Clock body)
    {
        double rate = (body.Rate ?? 0) * (1 + ((body.Ppm ?? 0) / 1e6));
        switch (body)
        {
            case { Mode: "true", Now: null, Rate: null, Ppm: null }:
                clock.FollowTrueTime();
                break;
            case { Mode: "virtual" } when rate is >= 0 and <= SharedClock.MostRate && Math.Abs(body.Ppm ?? 0) <= TokenSlot.MostPpm
                && (body.Now is null || (body.Now >= PressRun.Earliest && body.Now <= PressRun.Latest)):
                clock.Set(body.Now, body.Rate is null && body.Ppm is null ? null : rate);
                break;
            default:
                throw RefusalException.BadRequest("Give \"mode\": \"true\" alone, or \"virtual\" with \"now\" (2000 to 2199), \"rate\" (0 to 3600 seconds a second) and \"ppm\" (at most 100000 either way) as you need them.");
        }
    }

    private static void Move(SharedClock clock, LeaseRequests.Move body)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset target = body switch
        {
            { Seconds: { } seconds, To: null } when seconds > 0 && seconds < (PressRun.Latest - now).TotalSeconds => now.AddSeconds(seconds),
            { Seconds: null, To: { } to } when to <= PressRun.Latest => to,
            _ => throw RefusalException.BadRequest("Give either \"seconds\", more than 0, or \"to\", such as 2027-01-01T00:00:00Z, up to 2199."),
        };
        if (target < now)
        {
            throw RefusalException.Conflict("backwards", "The clock is moved forward only. To set it back, use PUT /sim/v1/clock: tokens start again, and codes that were told stay spent.");
        }

        if (!clock.TryMoveTo(target))
        {
            throw RefusalException.Conflict("trueTime", "The clock goes by true time, which nobody moves. Give it a time of its own first: PUT /sim/v1/clock {\"mode\":\"virtual\"}.");
        }
    }

    private static async Task WaitForChangeAsync(SharedClock clock, long? after, double? wait, CancellationToken left)
    {
        double seconds = wait ?? 60;
        if (seconds is not (>= 0 and <= MostWaitSeconds))
        {
            throw RefusalException.BadRequest("\"wait\" is 0 to 600 seconds.");
        }

        Task changed = clock.Changed;
        if (after is { } revision && clock.Read().Revision <= revision)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(left);
            await Task.WhenAny(changed, Task.Delay(TimeSpan.FromSeconds(seconds), clock.TrueTime, stop.Token)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
