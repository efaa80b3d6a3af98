using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Rack.Api;


namespace HwToken.TokenPage.Endpoints;

/// <summary>What hands can do to a token: button, plug, reset, faults.</summary>
internal static class BoardEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapBoard(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("hands").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/press", (string id) => BoardActions.Press(rack[id])).WithName("press")
            .WithSummary("Presses and releases the button, lets the token answer, and reads the display. The token's time goes on by some two seconds at once.");
        token.MapPost("/hold", (string id, Requests.Hold body) => BoardActions.Hold(rack[id], body)).WithName("hold")
            .WithSummary("Holds the button, lets the token answer, and reads the display. The token's time goes on at once.");
        token.MapPost("/button", (string id, Requests.Button body) => BoardActions.Button(rack[id], body))
            .WithName("button").WithSummary("Puts a finger on the button or lifts it, at the token's own pace.");
        token.MapPost("/power", (string id, Requests.Power body) => BoardActions.Power(rack[id], body))
            .WithName("power").WithSummary("Connects power or cuts it.");
        token.MapPost("/reset", (string id) => rack[id].Reset()).WithName("reset").WithSummary("Presses the EN button.").ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/fault", (string id, Requests.Fault body) => BoardActions.Fault(rack[id], body))
            .WithName("fault").WithSummary("Switches a fault on or off: panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail.");
        token.MapPost("/cut", (string id, Requests.Cut body) => rack[id].SetCut(body.Mode)).WithName("cut")
            .WithSummary("Plans a power cut in the next flash operation; null takes it back.");
    }
}
