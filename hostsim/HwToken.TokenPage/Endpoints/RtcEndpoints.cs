using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Rack.Api;


namespace HwToken.TokenPage.Endpoints;

/// <summary>The token's clock chip.</summary>
internal static class RtcEndpoints
{
    /// <summary>Maps putting it off, setting it right and its rate.</summary>
    public static void MapRtc(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("clock chip").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/rtc-jump", (string id, Requests.RtcJump body) => TimeActions.ChipJump(rack[id], body))
            .WithName("jumpRtc").WithSummary("Puts the clock chip off, forwards or backwards.");
        token.MapPost("/rtc-set", (string id) => rack[id].SetRtc()).WithName("setRtc").WithSummary("Sets the clock chip right.");
        token.MapPost("/rtc-ppm", (string id, Requests.RtcPpm body) => TimeActions.ChipPpm(rack[id], body))
            .WithName("setRtcPpm").WithSummary("Makes the clock chip run fast (positive) or slow, in parts per million.");
    }
}
