using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace HwToken.Service.Portal.Web;

/// <summary>Signed-in people, over ASP.NET Core's cookie authentication. The cookie holds the key of a session in a ticket store, sealed; scripts cannot read it
/// and other sites cannot send it. A session that the store has ended is over, whatever the browser holds.</summary>
public static class CookieSessions
{
    private const string KeyItem = "session";
    private const string LeftItem = "left";

    /// <summary>Registers the sessions of one place.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="scheme">Name of the scheme and of its cookie.</param>
    /// <param name="path">Path that the cookie is bound to.</param>
    /// <param name="store">The sessions; says when one has ended.</param>
    public static IServiceCollection AddCookieSessions(this IServiceCollection services, string scheme, string path, ITicketStore store)
    {
        services.AddAuthentication().AddCookie(scheme, options =>
        {
            options.SessionStore = store;
            options.SlidingExpiration = false;
            options.Cookie.Name = scheme;
            options.Cookie.Path = path;
            options.Cookie.HttpOnly = true;
            options.Cookie.IsEssential = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>A ticket as a store hands it out.</summary>
    /// <param name="who">The person.</param>
    /// <param name="key">The session's key.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="left">The session ends after so long when nothing is asked for.</param>
    public static AuthenticationTicket Ticket(ClaimsPrincipal who, string key, string scheme, TimeSpan left) =>
        new(who, new AuthenticationProperties { Items = { [KeyItem] = key, [LeftItem] = left.Ticks.ToString(CultureInfo.InvariantCulture) } }, scheme);

    /// <summary>Who is signed in; null when nobody is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">The scheme.</param>
    public static async Task<ClaimsPrincipal?> FindAsync(HttpContext context, string scheme)
    {
        ArgumentNullException.ThrowIfNull(context);
        AuthenticateResult found = await context.AuthenticateAsync(scheme).ConfigureAwait(false);
        if (found.Properties?.Items.TryGetValue(LeftItem, out string? left) == true)
        {
            string path = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).Cookie.Path!;
            context.Features.Set(new SessionLeft(new TimeSpan(long.Parse(left!, CultureInfo.InvariantCulture)), path));
        }

        return found.Principal;
    }

    /// <summary>The browser still has the name of a session, which may have ended.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">The scheme.</param>
    public static bool HasName(HttpContext context, string scheme)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies.ContainsKey(scheme);
    }

    /// <summary>Begins a session under a new key; the former one of this browser ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="who">The person.</param>
    public static async Task BeginAsync(HttpContext context, string scheme, ClaimsPrincipal who)
    {
        ArgumentNullException.ThrowIfNull(context);
        IServiceProvider services = context.RequestServices;
        if ((await context.AuthenticateAsync(scheme).ConfigureAwait(false)).Properties?.Items.TryGetValue(KeyItem, out string? former) == true)
        {
            await services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).SessionStore!.RemoveAsync(former!).ConfigureAwait(false);
        }

        // The request's own handler would go on under the key that it has read: a session that somebody else planted would become this person's.
        CookieAuthenticationHandler handler = ActivatorUtilities.CreateInstance<CookieAuthenticationHandler>(services);
        await handler.InitializeAsync((await services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(scheme).ConfigureAwait(false))!, context).ConfigureAwait(false);
        await handler.SignInAsync(who, null).ConfigureAwait(false);
    }

    /// <summary>Ends the session of the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">The scheme.</param>
    public static Task EndAsync(HttpContext context, string scheme)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set<SessionLeft>(null);
        return context.SignOutAsync(scheme);
    }
}
