using System.Security.Cryptography;
using HwToken.Rack.Api;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Writing a credential into a token, and its test secret on demand.</summary>
internal static class CredentialEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapCredential(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("credential").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/provision", (string id, Requests.Provision body) => CredentialActions.Provision(rack[id], body))
            .WithName("provision").WithSummary("Writes a credential into a blank token, over its own line.");

        // A POST, so that no link, prefetch or history entry ever fetches it.
        token.MapPost("/secret", (string id) => CredentialActions.Tell(rack[id]))
            .WithName("tellSecret").WithSummary("The token's test secret, for a test server.");
    }
}
