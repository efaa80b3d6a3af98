using HwToken.Rack.Live;
using HwToken.Simulator.Screens;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The display: what it reads, and as a picture.</summary>
internal static class ScreenEndpoints
{
    /// <summary>Maps it in five forms.</summary>
    public static void MapScreen(this IEndpointRouteBuilder api, TokenRack rack)
    {
        RouteGroupBuilder screen = api.MapGroup("/tokens/{id}").WithTags("display").ProducesProblem(StatusCodes.Status404NotFound);
        screen.MapGet("/screen", (string id) => rack[id].View().Screen).WithName("getScreen").WithSummary("What the display reads, from its pixels.");
        screen.MapGet("/screen.txt", (string id) => Results.Text(ScreenDecoder.Read(rack[id].Picture()).Describe() + "\n")).WithName("getScreenText")
            .WithSummary("The same in one line: the code, the words, dark or unreadable.").Produces<string>(contentType: "text/plain");
        screen.MapGet("/screen.png", (string id) => Results.Bytes(Png.Of(rack[id].Picture()), "image/png")).WithName("getScreenPng")
            .WithSummary("The picture as PNG.").Produces<byte[]>(contentType: "image/png");
        screen.MapGet("/screen.svg", (string id) => Results.Text(Svg.Of(rack[id].Picture()), "image/svg+xml")).WithName("getScreenSvg")
            .WithSummary("The picture as SVG.").Produces<string>(contentType: "image/svg+xml");
        screen.MapGet("/screen.raw", (string id) => Results.Bytes(rack[id].Picture().ToBytes(), "application/octet-stream")).WithName("getScreenRaw")
            .WithSummary("The panel's 1024 bytes: each 8 points of a column with the topmost in bit 0, index x + 128 × (y / 8).").Produces<byte[]>(contentType: "application/octet-stream");
    }
}
