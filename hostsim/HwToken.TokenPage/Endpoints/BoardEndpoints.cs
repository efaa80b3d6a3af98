using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>What hands can do to a token: button, plug, reset, faults.</summary>
internal static class BoardEndpoints
{
    private const double LongestHoldSeconds = 60;

    /// <summary>Maps them.</summary>
    public static void MapBoard(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("hands").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapPost("/press", (string id) => ScreenEndpoints.Of(rack[id], slot => slot.Press())).WithName("press")
            .WithSummary("Presses and releases the button, lets the token answer, and reads the display. The token's time goes on by some two seconds at once.");
        token.MapPost("/hold", (string id, Requests.Hold body) => body.Seconds is { } seconds && seconds is >= 0.1 and <= LongestHoldSeconds
                ? ScreenEndpoints.Of(rack[id], slot => slot.Hold(TimeSpan.FromSeconds(seconds)))
                : throw PageException.BadRequest("Give \"seconds\", 0.1 to 60: 2 shows the information screen, 10 opens the line."))
            .WithName("hold").WithSummary("Holds the button, lets the token answer, and reads the display. The token's time goes on at once.");
        token.MapPost("/button", (string id, Requests.Button body) =>
                rack[id].Button(body.Down ?? throw PageException.BadRequest("Give \"down\": true or false.")))
            .WithName("button").WithSummary("Puts a finger on the button or lifts it, at the token's own pace.");
        token.MapPost("/power", (string id, Requests.Power body) =>
                rack[id].Power(body.On ?? throw PageException.BadRequest("Give \"on\": true or false.")))
            .WithName("power").WithSummary("Connects power or cuts it.");
        token.MapPost("/reset", (string id) => rack[id].Reset()).WithName("reset").WithSummary("Presses the EN button.").ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/fault", (string id, Requests.Fault body) =>
        {
            TokenSlot slot = rack[id];
            if (body is not { Name: { } name, On: { } on } || !slot.SetFault(name, on))
            {
                throw PageException.BadRequest("Give \"name\", one of panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail, and \"on\": true or false.");
            }
        }).WithName("fault").WithSummary("Switches a fault on or off: panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail.");
        token.MapPost("/cut", (string id, Requests.Cut body) => rack[id].SetCut(body.Mode)).WithName("cut")
            .WithSummary("Plans a power cut in the next flash operation; null takes it back.");
    }
}
