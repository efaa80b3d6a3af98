using System.Reflection;
using HwToken.Http;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Access;

namespace HwToken.Service.Portal;

/// <summary>Puts the portal into a host that has the validation service already.</summary>
public static class PortalHosting
{
    /// <summary>Sends whoever asks for <c>/</c> to the portal.</summary>
    /// <param name="app">The host.</param>
    public static void MapPortalAtRoot(this WebApplication app) => app.MapGet("/", () => Results.Redirect(Site.Portal.Home)).ExcludeFromDescription();

    /// <summary>Registers the portal's services.</summary>
    internal static IServiceCollection AddPortal(this IServiceCollection services, Operators operators, SessionStore sessions, IReadOnlyList<PageContribution> contributions) => services
        .AddSingleton(new PageContributions(contributions))
        .AddSingleton(operators)
        .AddSingleton(new ImportWatches())
        .AddSingleton(new EvenTime(TimeProvider.System))
        .AddCookieSessions(DeskTickets.Scheme, Site.Desk.Home, new DeskTickets(sessions))
        .AddPages(contributions.Select(one => one.Pages).OfType<Assembly>());

    /// <summary>Maps the pages and their files.</summary>
    internal static void MapPortal(this WebApplication app)
    {
        app.UseLook();
        app.UseFilesOf(typeof(PortalHosting).Assembly, "/portal-files");
        app.MapRazorPages().ExcludeFromDescription();
    }
}
