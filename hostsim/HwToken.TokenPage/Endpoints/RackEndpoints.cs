using HwToken.Provisioning;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The rack of tokens.</summary>
internal static class RackEndpoints
{
    private const int LongestName = 60;

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
        tokens.MapPatch("/{id}", (string id, Requests.Rename body) =>
        {
            TokenSlot slot = rack[id];
            slot.Name = Checked(body.Name);
            return slot.Item();
        }).WithName("nameToken").WithSummary("Names a token; null takes the name away.");
        tokens.MapPost("/{id}/blank", (string id) => rack[id].Blank()).WithName("blankToken").WithSummary("Puts a blank token into its place.");
        tokens.MapDelete("/{id}", (string id) =>
        {
            rack.Remove(id);
            return TypedResults.NoContent();
        }).WithName("deleteToken").WithSummary("Throws a token away. The last one stays.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult New(TokenRack rack, Requests.NewTokens? body)
    {
        body ??= new Requests.NewTokens(null, null, null, null, null, null, null);
        string? name = Checked(body.Name);
        IReadOnlyList<TokenSlot> made;
        if (body.Seeds is { } seeds)
        {
            if (body is not { Otpauth: null, Random: null, CredentialId: null })
            {
                throw PageException.BadRequest("Give only one of \"otpauth\", \"random\" and \"seeds\"; a file brings its own credential IDs.");
            }

            made = Put(rack, [.. SeedText.Read(seeds, body.Key, body.Passphrase).Select(TestCredential.From)], name);
        }
        else if (body is { Otpauth: null, Random: null, CredentialId: null })
        {
            TokenSlot blank = rack.New();
            blank.Name = name;
            made = [blank];
        }
        else
        {
            made = Put(rack, [TestCredential.From(new Requests.Provision(body.Otpauth, body.Random, body.CredentialId))], name);
        }

        IReadOnlyList<RackItem> items = [.. made.Select(slot => slot.Item())];
        return Results.Created($"{SimEndpoints.Root}/tokens/{items[0].Id}", items);
    }

    private static IReadOnlyList<TokenSlot> Put(TokenRack rack, IReadOnlyList<NewCredential> credentials, string? name) => rack.New(credentials, name);

    private static string? Checked(string? name) => name is null || (name.Length is > 0 and <= LongestName && !name.Any(char.IsControl))
        ? name
        : throw PageException.BadRequest($"A name has 1 to {LongestName} characters on one line.");
}
