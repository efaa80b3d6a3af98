using HwToken.Simulator;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The virtual time of one token.</summary>
internal static class TimeEndpoints
{
    /// <summary>Maps speed, jumps and the way back to the shared clock.</summary>
    public static void MapTime(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("time of a token").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/speed", (string id, Requests.Pace body) =>
                rack[id].SetSpeed(body.Speed is { } speed && speed >= 0 && speed <= LiveToken.MaxSpeed ? speed : throw PageException.BadRequest("Give \"speed\": 0 (frozen) to 3600 virtual seconds a second.")))
            .WithName("setSpeed").WithSummary("How fast the token's time goes: 0 (frozen) to 3600 virtual seconds a second.");
        token.MapPost("/jump", (string id, Requests.Jump body) =>
        {
            TokenSlot slot = rack[id];
            switch (body)
            {
                case { Seconds: { } seconds and > 0, To: null }:
                    slot.JumpBy(TimeSpan.FromSeconds(seconds));
                    break;
                case { Seconds: null, To: { } moment }:
                    slot.JumpTo(moment.ToUniversalTime());
                    break;
                default:
                    throw PageException.BadRequest("Give either \"seconds\", more than 0, or \"to\", such as 2027-01-01T00:00:00Z.");
            }
        }).WithName("jump").WithSummary("Lets the token's time pass at once, by seconds or up to a moment.").ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/follow", (string id) => rack[id].Follow()).WithName("follow")
            .WithSummary("Back to the shared clock at speed 1. From ahead of it the board starts again, and a token with a clock shows E5 until `noCodeBefore`.");
        token.MapPost("/renew", (string id) => rack[id].Renew()).WithName("renew").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Makes a token with a clock anew with the same credential, at the shared clock: it forgets the time steps that it has shown.");
    }
}
