using System.Text.Json;
using HwToken.Http;
using HwToken.TokenPage.Endpoints;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Security;

namespace HwToken.TokenPage;

/// <summary>Puts the token page into a host: alone, or beside other pages.</summary>
public static class TokenPageHosting
{
    private static readonly string[] Places = ["/css", "/js", "/texts", Look.Path, "/sim"];

    /// <summary>Registers what the page's endpoints need.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddTokenPage(this IServiceCollection services) => services
        .AddStrictJson()
        .AddOpenApi(SimText.Document, SimText.Configure);

    /// <summary>Serves the page, its files and the API. The host has called <c>UseRouting</c> before.</summary>
    /// <param name="app">The host.</param>
    /// <param name="simulation">Tokens, leases and their clock.</param>
    /// <param name="links">What the page links to.</param>
    public static void MapTokenPage(this WebApplication app, Simulation simulation, IReadOnlyList<PlaceLink> links)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(simulation);
        app.UseWhen(IsTokenPage, Guard);
        app.MapGroup("").ExcludeFromDescription().MapPage(links);
        app.MapSim(simulation, StrictJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
    }

    private static bool IsTokenPage(HttpContext context) => context.Request.Path == "/" || Array.Exists(Places, place => context.Request.Path.StartsWithSegments(place));

    /// <summary>Headers, refusals, guard and files.</summary>
    private static void Guard(IApplicationBuilder app)
    {
        app.Use(PageHeaders.AddAsync);
        app.Use(PageProblems.CatchAsync);
        app.Use(RequestGuard.CheckAsync);
        app.UseLook();
        app.UseFilesOf(typeof(TokenPageHosting).Assembly, "");
    }
}
