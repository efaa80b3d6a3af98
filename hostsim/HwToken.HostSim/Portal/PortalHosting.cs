using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using Microsoft.Extensions.FileProviders;

namespace HwToken.HostSim.Portal;

/// <summary>Puts the portal into a host that has the validation service already.</summary>
internal static class PortalHosting
{
    /// <summary>Registers the portal's services.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, PortalParts parts, Operators operators) => services
        .AddSingleton(parts)
        .AddSingleton(operators)
        .AddSingleton(new Sessions<DeskSession>("hwt-desk", "/desk", TimeProvider.System))
        .AddPages(parts.HasBank);

    /// <summary>Maps the pages and their files.</summary>
    public static void MapPortal(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot", "portal"));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = "/portal-files",

            // Asked for again each time (304): another version of the program brings other files at the same address.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapRazorPages().ExcludeFromDescription();
    }
}
