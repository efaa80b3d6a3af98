using System.Text.Json;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HwToken.TokenPage.Endpoints;

/// <summary>What was recorded of a token: its log, and what went over its serial line.</summary>
internal static class RecordEndpoints
{
    private const string JsonLines = "application/x-ndjson";

    /// <summary>Maps both.</summary>
    public static void MapRecords(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder token = api.MapGroup("/tokens/{id}").WithTags("records").ProducesProblem(StatusCodes.Status404NotFound);
        token.MapGet("/log", (string id, IOptions<JsonOptions> json) => Download(rack[id].LogAfter(0), $"token-{rack[id].Id}-log.jsonl", json.Value))
            .WithName("downloadLog").WithSummary("The last 300 lines of the log, one JSON object a line.").Produces<LogEntry>(contentType: JsonLines);
        token.MapGet("/serial", (string id, IOptions<JsonOptions> json) => Download(rack[id].SerialAfter(0), $"token-{rack[id].Id}-serial.jsonl", json.Value))
            .WithName("downloadSerial").WithSummary("The last 300 lines of the serial line, either way, one JSON object a line. Keys are left out.").Produces<SerialLine>(contentType: JsonLines);
    }

    private static IResult Download<T>(IEnumerable<T> lines, string name, JsonOptions json)
    {
        string text = string.Concat(lines.Select(line => JsonSerializer.Serialize(line, json.SerializerOptions) + "\n"));
        return Results.File(System.Text.Encoding.UTF8.GetBytes(text), JsonLines, name);
    }
}
