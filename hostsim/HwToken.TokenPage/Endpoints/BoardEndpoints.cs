using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>What hands can do to a token: button, plug, reset, faults.</summary>
internal static class BoardEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapBoard(this IEndpointRouteBuilder api, TokenRack rack)
    {
        api.MapPost("/tokens/{id}/button", (string id, Requests.Button body) =>
            rack[id].Button(body.Down ?? throw PageException.BadRequest("Give \"down\": true or false.")));
        api.MapPost("/tokens/{id}/power", (string id, Requests.Power body) =>
            rack[id].Power(body.On ?? throw PageException.BadRequest("Give \"on\": true or false.")));
        api.MapPost("/tokens/{id}/reset", (string id) => rack[id].Reset());
        api.MapPost("/tokens/{id}/fault", (string id, Requests.Fault body) =>
        {
            TokenSlot slot = rack[id];
            if (body is not { Name: { } name, On: { } on } || !slot.SetFault(name, on))
            {
                throw PageException.BadRequest("Give \"name\", one of panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail, and \"on\": true or false.");
            }
        });
        api.MapPost("/tokens/{id}/cut", (string id, Requests.Cut body) => rack[id].SetCut(body.Mode));
    }
}
