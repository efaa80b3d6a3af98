using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Public;
using HwToken.HostSim.Portal.Web;
using Microsoft.Extensions.FileProviders;

namespace HwToken.HostSim.Portal;

/// <summary>Puts the portal into a host that has the validation service already.</summary>
internal static class PortalHosting
{
    /// <summary>Registers the portal's services.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, PortalParts parts, Operators operators)
    {
        services.AddSingleton(parts);
        services.AddSingleton(operators);
        services.AddSingleton(new Sessions<DeskSession>("hwt-desk", "/desk", TimeProvider.System));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = PageRoutes.ForgeryField;
            options.Cookie.Name = "hwt-forgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Maps the public pages, the desk and their files.</summary>
    public static void MapPortal(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot", "portal"));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/portal-files" });
        app.Page(Site.Portal, "/portal", HomePage.GetAsync);
        app.Page(Site.Portal, "/test", TestPage.GetAsync, TestPage.PostAsync);
        app.Page(Site.Portal, ResetPage.Path, ResetPage.GetAsync, ResetPage.PostIdAsync);
        app.Page(Site.Portal, ResetPage.CodesPath, _ => Task.FromResult(PageAnswer.Go(ResetPage.Path)), ResetPage.PostCodesAsync);
        app.Page(Site.Portal, "/help", HelpPage.GetAsync);
        DeskPages.Map(app);
    }
}
