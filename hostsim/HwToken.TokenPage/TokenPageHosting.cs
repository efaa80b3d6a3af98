using System.Text.Json;
using HwToken.Http;
using HwToken.TokenPage.Endpoints;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Security;

namespace HwToken.TokenPage;

/// <summary>Puts the token page into a host: alone, or beside other pages.</summary>
public static class TokenPageHosting
{
    private static readonly string[] Places = ["/css", "/js", "/texts", "/favicon.svg", "/api/tokens", "/api/events"];

    /// <summary>Registers what the page's endpoints need.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddTokenPage(this IServiceCollection services) => services.AddStrictJson();

    /// <summary>Serves the page, its files and what it asks for. The host has called <c>UseRouting</c> before.</summary>
    /// <param name="app">The host.</param>
    /// <param name="rack">The tokens.</param>
    /// <param name="time">True time.</param>
    /// <param name="links">What the page links to.</param>
    public static void MapTokenPage(this WebApplication app, TokenRack rack, TimeProvider time, IReadOnlyList<PlaceLink> links)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWhen(IsTokenPage, Guard);
        RouteGroupBuilder all = app.MapGroup("").ExcludeFromDescription();
        all.MapPage(links);
        RouteGroupBuilder api = all.MapGroup("/api");
        api.MapRack(rack);
        api.MapBoard(rack);
        api.MapTime(rack);
        api.MapClock(rack);
        api.MapCredential(rack);
        api.MapEvents(rack, time, StrictJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
    }

    private static bool IsTokenPage(HttpContext context) => context.Request.Path == "/" || Array.Exists(Places, place => context.Request.Path.StartsWithSegments(place));

    /// <summary>Headers, refusals, guard and files.</summary>
    private static void Guard(IApplicationBuilder app)
    {
        app.Use(PageHeaders.AddAsync);
        app.Use(PageProblems.CatchAsync);
        app.Use(RequestGuard.CheckAsync);
        app.UseFilesOf(typeof(TokenPageHosting).Assembly, "");
    }
}
