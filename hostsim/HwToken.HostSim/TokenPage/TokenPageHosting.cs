using System.Text.Json;
using System.Text.Json.Serialization;
using HwToken.HostSim.TokenPage.Endpoints;
using HwToken.HostSim.TokenPage.Live;
using HwToken.HostSim.TokenPage.Security;
using Microsoft.Extensions.FileProviders;

namespace HwToken.HostSim.TokenPage;

/// <summary>Puts the token page into a host: alone, or beside the portal.</summary>
internal static class TokenPageHosting
{
    private static readonly string[] Places = ["/css", "/js", "/texts", "/favicon.svg", "/api/tokens", "/api/events"];

    private static string WebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>True for what belongs to the token page.</summary>
    public static bool IsTokenPage(HttpContext context) => context.Request.Path == "/" || Places.Any(place => context.Request.Path.StartsWithSegments(place));

    /// <summary>Headers, refusals, guard and files.</summary>
    public static void UseTokenPage(this IApplicationBuilder app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.Use(Problems.CatchAsync);
        app.Use(RequestGuard.CheckAsync);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(WebRoot) });
    }

    /// <summary>The page and what it asks for.</summary>
    public static void MapTokenPage(this IEndpointRouteBuilder routes, TokenRack rack, TimeProvider time, bool hasBank)
    {
        RouteGroupBuilder all = routes.MapGroup("").ExcludeFromDescription();
        all.MapPage(WebRoot, hasBank);
        RouteGroupBuilder api = all.MapGroup("/api");
        api.MapRack(rack);
        api.MapBoard(rack);
        api.MapTime(rack);
        api.MapClock(rack);
        api.MapCredential(rack);
        api.MapEvents(rack, time, Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
    }

    /// <summary>How the page's answers are written.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return json;
    }
}
