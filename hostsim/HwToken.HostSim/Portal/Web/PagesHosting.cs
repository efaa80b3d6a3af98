using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace HwToken.HostSim.Portal.Web;

/// <summary>Razor Pages as this program uses them: each <c>.cshtml</c> lies with its subject and says its address in its first line.</summary>
internal static class PagesHosting
{
    private const string ForgeryField = "forgery";

    /// <summary>Pages that are there only in a demonstration.</summary>
    private static readonly string[] DemoFolders = ["/Bank", "/Demo"];

    public static IServiceCollection AddPages(this IServiceCollection services, bool isDemo)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Languages.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = ForgeryField;
            options.Cookie.Name = "hwt-forgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });

        // Japanese stays readable in the page's source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new TypedText()));
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Portal/Pages/{0}.cshtml"));
        services.AddRazorPages(options => LeaveOut(options.Conventions, isDemo ? [] : DemoFolders)).WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(parts =>
        {
            // This program's own pages, whichever program (a test) hosts them.
            parts.ApplicationParts.Clear();
            foreach (ApplicationPart part in new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts(typeof(PagesHosting).Assembly))
            {
                parts.ApplicationParts.Add(part);
            }
        });
        return services;
    }

    private static void LeaveOut(PageConventionCollection conventions, IReadOnlyList<string> folders)
    {
        foreach (string folder in folders)
        {
            conventions.AddFolderRouteModelConvention(folder, page => page.Selectors.Clear());
        }
    }
}
