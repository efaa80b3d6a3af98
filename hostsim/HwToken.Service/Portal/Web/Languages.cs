using HwToken.Http;

namespace HwToken.Service.Portal.Web;

/// <summary>Which language a person reads: the one chosen, else the browser's, else English.</summary>
internal static class Languages
{
    /// <summary>Finds the language, and keeps a choice made by <c>?lang=</c>. The token page's choice is the portal's too.</summary>
    public static LocalText Of(HttpContext context)
    {
        string chosen = context.Request.Query["lang"].ToString();
        if (!AskedLanguage.IsKnown(chosen))
        {
            return new LocalText(AskedLanguage.Of(context.Request));
        }

        context.Response.Cookies.Append(AskedLanguage.Cookie, chosen, new CookieOptions
        {
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        return new LocalText(chosen);
    }
}
