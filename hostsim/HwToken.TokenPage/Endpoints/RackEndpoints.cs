using HwToken.Provisioning;
using HwToken.Rack.Api;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Rack.Seeds;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The rack of tokens.</summary>
internal static class RackEndpoints
{
    /// <summary>Maps listing, making, naming, blanking and removing.</summary>
    public static void MapRack(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder tokens = api.MapGroup("/tokens").WithTags("tokens");
        tokens.MapGet("", rack.Items).WithName("listTokens").WithSummary("The tokens.");
        tokens.MapPost("", (Requests.NewTokens? body) => New(rack, body)).WithName("createTokens")
            .WithSummary("Makes tokens: blank, from an otpauth URI, at random (HOTP or TOTP), or all of a seed file.")
            .WithMetadata(new RequestSizeLimitAttribute(SimEndpoints.MostSeedBytes))
            .Produces<IReadOnlyList<RackItem>>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        tokens.MapGet("/{id}", (string id) => rack[id].View()).WithName("getToken").WithSummary("The state of a token; no secret.").ProducesProblem(StatusCodes.Status404NotFound);
        tokens.MapPatch("/{id}", (string id, Requests.Rename body) => RackActions.Rename(rack[id], body))
            .WithName("nameToken").WithSummary("Names a token; null takes the name away.");
        tokens.MapPost("/{id}/blank", (string id) => rack[id].Blank()).WithName("blankToken").WithSummary("Puts a blank token into its place.");
        tokens.MapDelete("/{id}", (string id) =>
        {
            rack.Remove(id);
            return TypedResults.NoContent();
        }).WithName("deleteToken").WithSummary("Throws a token away. The last one stays.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult New(TokenRack rack, Requests.NewTokens? body)
    {
        IReadOnlyList<RackItem> items = RackActions.New(rack, body, static (seeds, key, passphrase) => [.. SeedText.Read(seeds, key, passphrase).Select(TestCredential.From)]);
        return Results.Created($"{SimEndpoints.Root}/tokens/{items[0].Id}", items);
    }
}
