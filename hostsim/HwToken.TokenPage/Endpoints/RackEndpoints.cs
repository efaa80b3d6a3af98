using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The rack of tokens.</summary>
internal static class RackEndpoints
{
    /// <summary>Maps listing, making, replacing and removing.</summary>
    public static void MapRack(this IEndpointRouteBuilder api, TokenRack rack)
    {
        api.MapGet("/tokens", rack.Items);
        api.MapPost("/tokens", () =>
        {
            RackItem made = rack.New().Item();
            return Results.Created($"/api/tokens/{made.Id}", made);
        });
        api.MapGet("/tokens/{id}", (string id) => rack[id].View());
        api.MapPost("/tokens/{id}/blank", (string id) => rack[id].Blank());
        api.MapPost("/tokens/{id}/remove", (string id) => rack.Remove(id));
    }
}
