using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Pools of tokens at rest.</summary>
internal static class PoolEndpoints
{
    /// <summary>Maps filling, listing and dropping pools, and telling their secrets.</summary>
    public static void MapPools(this IEndpointRouteBuilder api, LeaseDesk desk)
    {
        RouteGroupBuilder pools = api.MapGroup("/pools").WithTags("pools");
        pools.MapGet("", () => desk.Pools()).WithName("listPools").WithSummary("The pools.");
        pools.MapPost("", async (LeaseRequests.Fill body) =>
            {
                (string name, IReadOnlyList<FleetToken> tokens) = PoolFilling.Of(body);
                int added = await desk.AddAsync(name, tokens).ConfigureAwait(false);
                return TypedResults.Created($"{SimEndpoints.Root}/pools/{name}", new PoolFilled(name, desk.Pool(name).Tokens, added, tokens.Count - added));
            })
            .WithName("fillPool").WithSummary("Makes a pool or adds to it: at random, or from a seed file. The same file may be given again: tokens that are known stay where they are.")
            .WithMetadata(new RequestSizeLimitAttribute(SimEndpoints.MostSeedBytes)).ProducesProblem(StatusCodes.Status409Conflict);
        pools.MapGet("/{name}", (string name) => desk.Pool(name)).WithName("getPool").WithSummary("A pool.").ProducesProblem(StatusCodes.Status404NotFound);

        // A POST, so that no link, prefetch or history entry ever fetches it.
        pools.MapPost("/{name}/secrets", (string name) => desk.TokensOf(name).Select(PoolSecret.Of).ToArray()).WithName("tellPoolSecrets")
            .WithSummary("The pool's test secrets, for a test server.").ProducesProblem(StatusCodes.Status404NotFound);
        pools.MapDelete("/{name}", async (string name) =>
        {
            await desk.DropAsync(name).ConfigureAwait(false);
            return TypedResults.NoContent();
        }).WithName("dropPool").WithSummary("Drops a pool and ends its leases. Codes of its tokens that were told stay spent, should their seeds come again.").ProducesProblem(StatusCodes.Status404NotFound);
    }
}
