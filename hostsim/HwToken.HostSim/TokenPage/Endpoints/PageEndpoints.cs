namespace HwToken.HostSim.TokenPage.Endpoints;

/// <summary>The page itself, in the language that the person chose or the browser asks for.</summary>
internal static class PageEndpoints
{
    private const string Cookie = "hwtoken-language";

    /// <summary>Maps <c>/</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="webRoot">Folder of the page.</param>
    /// <param name="hasBank">The demonstration service is there; the page links to it.</param>
    public static void MapPage(this IEndpointRouteBuilder routes, string webRoot, bool hasBank)
    {
        string path = Path.Combine(webRoot, "index.html");
        routes.MapGet("/", (HttpRequest request) =>
        {
            string page = File.ReadAllText(path);
            string language = ChooseLanguage(request);
            if (hasBank)
            {
                page = page.Replace(" id=\"to-bank\" hidden", " id=\"to-bank\"", StringComparison.Ordinal);
            }

            return Results.Content(page.Replace("<html lang=\"en\">", $"<html lang=\"{language}\">", StringComparison.Ordinal), "text/html; charset=utf-8");
        });
    }

    private static string ChooseLanguage(HttpRequest request)
    {
        if (request.Cookies[Cookie] is "en" or "ja")
        {
            return request.Cookies[Cookie]!;
        }

        // The first of the two that the browser names, by weight.
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "en" or "ja") ?? "en";
    }
}
