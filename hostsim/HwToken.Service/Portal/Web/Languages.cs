
namespace HwToken.Service.Portal.Web;

/// <summary>Which language a person reads: the one chosen, else the browser's, else English.</summary>
internal static class Languages
{
    /// <summary>The token page's choice is the portal's too.</summary>
    private const string Cookie = "hwtoken-language";

    /// <summary>Finds the language, and keeps a choice made by <c>?lang=</c>.</summary>
    public static LocalText Of(HttpContext context)
    {
        string chosen = context.Request.Query["lang"].ToString();
        if (chosen is "ja" or "en")
        {
            context.Response.Cookies.Append(Cookie, chosen, new CookieOptions
            {
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            });
            return new LocalText(chosen);
        }

        string kept = context.Request.Cookies[Cookie] ?? "";
        return new LocalText(kept is "ja" or "en" ? kept : Asked(context.Request));
    }

    private static string Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(language => language is "en" or "ja") ?? "en";
}
