using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The token's clock chip.</summary>
internal static class ClockEndpoints
{
    private const int LongestJumpSeconds = 10 * 366 * 86400;

    /// <summary>Maps putting it off, setting it right and its rate.</summary>
    public static void MapClock(this IEndpointRouteBuilder api, TokenRack rack)
    {
        api.MapPost("/tokens/{id}/rtc-jump", (string id, Requests.RtcJump body) =>
        {
            if (body.Seconds is not { } seconds || Math.Abs((long)seconds) > LongestJumpSeconds)
            {
                throw PageException.BadRequest("Give \"seconds\", at most ten years either way.");
            }

            rack[id].JumpRtc(TimeSpan.FromSeconds(seconds));
        });
        api.MapPost("/tokens/{id}/rtc-set", (string id) => rack[id].SetRtc());
        api.MapPost("/tokens/{id}/rtc-ppm", (string id, Requests.RtcPpm body) =>
        {
            if (body.Ppm is not { } ppm || !(Math.Abs(ppm) <= TokenSlot.MostPpm))
            {
                throw PageException.BadRequest("Give \"ppm\", at most 100000 either way.");
            }

            rack[id].SetRtcPpm(ppm);
        });
    }
}
