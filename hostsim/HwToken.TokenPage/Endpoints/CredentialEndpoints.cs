using System.Security.Cryptography;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Writing a credential into a token, and its test secret on demand.</summary>
internal static class CredentialEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapCredential(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("credential").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        token.MapPost("/provision", (string id, Requests.Provision body) =>
        {
            TokenSlot slot = rack[id];
            slot.Provision(TestCredential.From(body));
            return slot.Item();
        }).WithName("provision").WithSummary("Writes a credential into a blank token, over its own line.");

        // A POST, so that no link, prefetch or history entry ever fetches it.
        token.MapPost("/secret", (string id) =>
        {
            if (rack[id].ReadCredential() is not var (credential, state))
            {
                throw PageException.Conflict("isBlank", "The token is blank: it has no secret.");
            }

            Secret secret = TestCredential.Tell(credential, state);
            CryptographicOperations.ZeroMemory(credential.Secret);
            CryptographicOperations.ZeroMemory(credential.AdminKey);
            return secret;
        }).WithName("tellSecret").WithSummary("The token's test secret, for a test server.");
    }
}
