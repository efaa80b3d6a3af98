using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The token's clock chip.</summary>
internal static class RtcEndpoints
{
    private const int LongestJumpSeconds = 10 * 366 * 86400;

    /// <summary>Maps putting it off, setting it right and its rate.</summary>
    public static void MapRtc(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("clock chip").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/rtc-jump", (string id, Requests.RtcJump body) =>
        {
            if (body.Seconds is not { } seconds || Math.Abs((long)seconds) > LongestJumpSeconds)
            {
                throw PageException.BadRequest("Give \"seconds\", at most ten years either way.");
            }

            rack[id].JumpRtc(TimeSpan.FromSeconds(seconds));
        }).WithName("jumpRtc").WithSummary("Puts the clock chip off, forwards or backwards.");
        token.MapPost("/rtc-set", (string id) => rack[id].SetRtc()).WithName("setRtc").WithSummary("Sets the clock chip right.");
        token.MapPost("/rtc-ppm", (string id, Requests.RtcPpm body) =>
        {
            if (body.Ppm is not { } ppm || !(Math.Abs(ppm) <= TokenSlot.MostPpm))
            {
                throw PageException.BadRequest("Give \"ppm\", at most 100000 either way.");
            }

            rack[id].SetRtcPpm(ppm);
        }).WithName("setRtcPpm").WithSummary("Makes the clock chip run fast (positive) or slow, in parts per million.");
    }
}
