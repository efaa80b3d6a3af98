using System.Text.Json;
using HwToken.TokenPage.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The simulator's API: everything below <c>/sim/v1</c>.</summary>
internal static class SimEndpoints
{
    /// <summary>Where it begins.</summary>
    public const string Root = "/sim/v1";

    /// <summary>Largest body of a request with a seed file: ten thousand tokens and more.</summary>
    public const long MostSeedBytes = 64 << 20;

    /// <summary>Maps all of it, and its OpenAPI document.</summary>
    public static void MapSim(this IEndpointRouteBuilder app, Simulation simulation, JsonSerializerOptions json)
    {
        RouteGroupBuilder api = app.MapGroup(Root).WithGroupName(SimText.Document).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapRack(simulation.Rack);
        api.MapBoard(simulation.Rack);
        api.MapScreen(simulation.Rack);
        api.MapTime(simulation.Rack);
        api.MapRtc(simulation.Rack);
        api.MapCredential(simulation.Rack);
        api.MapQr();
        api.MapSnapshot(simulation.Rack);
        api.MapRecords(simulation.Rack);
        api.MapEvents(simulation.Rack, simulation.Clock, json);
        api.MapClock(simulation);
        api.MapPools(simulation.Desk);
        api.MapLeases(simulation.Desk, json);
        app.MapGet(Root + "/openapi.json", async (HttpContext context, [FromKeyedServices(SimText.Document)] IOpenApiDocumentProvider documents, CancellationToken left) =>
        {
            OpenApiDocument document = await documents.GetOpenApiDocumentAsync(left).ConfigureAwait(false);
            return Results.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, left).ConfigureAwait(false), "application/json; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
