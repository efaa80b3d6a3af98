using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Virtual time.</summary>
internal static class TimeEndpoints
{
    /// <summary>Maps speed, jumps and the way back to true time.</summary>
    public static void MapTime(this IEndpointRouteBuilder api, TokenRack rack)
    {
        api.MapPost("/tokens/{id}/speed", (string id, Requests.Pace body) =>
            rack[id].SetSpeed(body.Speed is 0 or 1 or 60 ? body.Speed.Value : throw PageException.BadRequest("Give \"speed\": 0 (pause), 1 or 60.")));
        api.MapPost("/tokens/{id}/jump", (string id, Requests.Jump body) =>
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
        });
        api.MapPost("/tokens/{id}/follow", (string id) => rack[id].Follow());
    }
}
