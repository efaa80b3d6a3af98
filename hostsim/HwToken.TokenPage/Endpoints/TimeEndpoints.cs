using HwToken.Rack.Api;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The virtual time of one token.</summary>
internal static class TimeEndpoints
{
    /// <summary>Maps speed, jumps and the way back to the shared clock.</summary>
    public static void MapTime(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("time of a token").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/speed", (string id, Requests.Pace body) => TimeActions.Speed(rack[id], body))
            .WithName("setSpeed").WithSummary("How fast the token's time goes: 0 (frozen) to 3600 virtual seconds a second.");
        token.MapPost("/jump", (string id, Requests.Jump body) => TimeActions.Jump(rack[id], body))
            .WithName("jump").WithSummary("Lets the token's time pass at once, by seconds or up to a moment.").ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/follow", (string id) => rack[id].Follow()).WithName("follow")
            .WithSummary("Back to the shared clock at speed 1. From ahead of it the board starts again, and a token with a clock shows E5 until `noCodeBefore`.");
        token.MapPost("/renew", (string id) => rack[id].Renew()).WithName("renew").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Makes a token with a clock anew with the same credential, at the shared clock: it forgets the time steps that it has shown.");
    }
}
