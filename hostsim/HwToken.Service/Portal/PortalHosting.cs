using System.Reflection;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Access;
using Microsoft.Extensions.FileProviders;

namespace HwToken.Service.Portal;

/// <summary>Puts the portal into a host that has the validation service already.</summary>
public static class PortalHosting
{
    /// <summary>Serves the files that a room carries in itself (<c>wwwroot</c>), below a path of its own.</summary>
    /// <param name="app">The host.</param>
    /// <param name="room">The room's assembly.</param>
    /// <param name="path">Where its files are found.</param>
    public static void UseFilesOf(this IApplicationBuilder app, Assembly room, string path)
    {
        ArgumentNullException.ThrowIfNull(room);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new EmbeddedFileProvider(room, $"{room.GetName().Name}.wwwroot"),
            RequestPath = path,

            // Asked for again each time (304): another version of the program brings other files at the same address.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    /// <summary>Sends whoever asks for <c>/</c> to the portal.</summary>
    /// <param name="app">The host.</param>
    public static void MapPortalAtRoot(this WebApplication app) => app.MapGet("/", () => Results.Redirect(Site.Portal.Home)).ExcludeFromDescription();

    /// <summary>Registers the portal's services.</summary>
    internal static IServiceCollection AddPortal(this IServiceCollection services, Operators operators, SessionStore sessions, IReadOnlyList<PageContribution> contributions) => services
        .AddSingleton(new PageContributions(contributions))
        .AddSingleton(operators)
        .AddSingleton(new EvenTime(TimeProvider.System))
        .AddCookieSessions(DeskTickets.Scheme, Site.Desk.Home, new DeskTickets(sessions))
        .AddPages(contributions.Select(one => one.Pages).OfType<Assembly>());

    /// <summary>Maps the pages and their files.</summary>
    internal static void MapPortal(this WebApplication app)
    {
        app.UseFilesOf(typeof(PortalHosting).Assembly, "/portal-files");
        app.MapRazorPages().ExcludeFromDescription();
    }
}
