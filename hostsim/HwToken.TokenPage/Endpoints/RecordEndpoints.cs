using System.Text.Json;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Scenarios.Records;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HwToken.TokenPage.Endpoints;

/// <summary>What was recorded of a token: its log, what went over its serial line, what was done to it.</summary>
internal static class RecordEndpoints
{
    private const string Yaml = "application/yaml";
    private const string JsonLines = "application/x-ndjson";

    /// <summary>Maps all three.</summary>
    public static void MapRecords(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("records").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapGet("/log", (string id, IOptions<JsonOptions> json) => Download(rack[id].LogAfter(0), $"token-{rack[id].Id}-log.jsonl", json.Value))
            .WithName("downloadLog").WithSummary("The last 300 lines of the log, one JSON object a line.").Produces<LogEntry>(contentType: JsonLines);
        token.MapGet("/serial", (string id, IOptions<JsonOptions> json) => Download(rack[id].SerialAfter(0), $"token-{rack[id].Id}-serial.jsonl", json.Value))
            .WithName("downloadSerial").WithSummary("The last 300 lines of the serial line, either way, one JSON object a line. Keys are left out.").Produces<SerialLine>(contentType: JsonLines);

        // A POST, so that no link, prefetch or history entry ever fetches it: it may be asked for the secret.
        token.MapPost("/record", async (string id, Requests.Record? body, CancellationToken left) =>
            {
                TokenRecord record = rack[id].RecordSince(body?.Since, body?.Secret == true);
                string story = await RecordedStory.WriteAsync(record.Name, record.Start, record.Deeds, record.Until, record.Secret, left).ConfigureAwait(false);
                return Results.File(System.Text.Encoding.UTF8.GetBytes(story), Yaml, $"token-{rack[id].Id}.yaml");
            })
            .WithName("recordScenario").WithSummary("What was done to the token (since a moment) as a scenario that holds when it is played. Without \"secret\" its codes are others.")
            .Produces<string>(contentType: Yaml).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult Download<T>(IEnumerable<T> lines, string name, JsonOptions json)
    {
        string text = string.Concat(lines.Select(line => JsonSerializer.Serialize(line, json.SerializerOptions) + "\n"));
        return Results.File(System.Text.Encoding.UTF8.GetBytes(text), JsonLines, name);
    }
}
