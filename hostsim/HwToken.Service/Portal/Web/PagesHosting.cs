using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HwToken.Http;
using HwToken.Service.Portal.Contact;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace HwToken.Service.Portal.Web;

/// <summary>Razor Pages as this program uses them: each <c>.cshtml</c> lies with its subject and says its address in its first line.</summary>
internal static class PagesHosting
{
    private const string ForgeryField = "forgery";

    /// <summary>Name of the cookie that a browser's anti-forgery tokens belong to.</summary>
    public const string ForgeryCookie = "hwt-forgery";

    public static IServiceCollection AddPages(this IServiceCollection services, IEnumerable<Assembly> rooms)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(ContactDesk.Section).Get<ContactDesk>() ?? new ContactDesk());
        services.AddSingleton(provider => new LocalTime(provider.GetRequiredService<IConfiguration>()[LocalTime.Setting] ?? LocalTime.Default));
        services.AddSingleton<PostResults>().AddSingleton(new Clicks(TimeProvider.System));
        services.AddScoped(provider => Languages.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = ForgeryField;
            options.Cookie.Name = ForgeryCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });

        // Japanese stays readable in the page's source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new TypedText()));
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Portal/Pages/{0}.cshtml"));
        services.AddFileVersions().AddRazorPages().WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(parts =>
        {
            // The pages of the rooms that are composed and no others, whichever program (a test) hosts them.
            parts.ApplicationParts.Clear();
            foreach (ApplicationPart part in rooms.Prepend(typeof(PagesHosting).Assembly).SelectMany(new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts))
            {
                parts.ApplicationParts.Add(part);
            }
        });
        return services;
    }
}
