using HwToken.Rack.Live;
using HwToken.Rack.Store;
using HwToken.Rack.Api;


namespace HwToken.TokenPage.Endpoints;

/// <summary>A whole token taken down, and put back.</summary>
internal static class SnapshotEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapSnapshot(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("snapshots").ProducesProblem(StatusCodes.Status404NotFound);

        // A POST, so that no link, prefetch or history entry ever fetches it: its flash holds the secret.
        token.MapPost("/snapshot", (string id) => rack[id].Save()).WithName("takeSnapshot")
            .WithSummary("Takes a token down: flash with its test secret, clock chip, virtual time. What `restore` takes, here or on another computer.");
        token.MapPost("/restore", (string id, SavedToken body) => CredentialActions.Restore(rack[id], body))
            .WithName("restoreSnapshot").WithSummary("Puts a snapshot into the token's place. Its flash goes back, and so do its codes.");
    }
}
