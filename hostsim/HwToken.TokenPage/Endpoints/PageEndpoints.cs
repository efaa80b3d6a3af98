using System.Text.Encodings.Web;
using HwToken.Http;

namespace HwToken.TokenPage.Endpoints;

/// <summary>The page itself, in the language that the person chose or the browser asks for.</summary>
internal static class PageEndpoints
{
    private const string LinksGoHere = "<!-- places -->";

    /// <summary>Where the static page says what this program says in headers.</summary>
    private const string HeadGoesOn = "  <!-- head -->\n";

    /// <summary>Maps <c>/</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="links">What the page links to.</param>
    public static void MapPage(this IEndpointRouteBuilder routes, IReadOnlyList<PlaceLink> links)
    {
        string page = PageFiles.Read("index.html").Replace(HeadGoesOn, "", StringComparison.Ordinal);
        string english = page.Replace(LinksGoHere, Places(links, "en"), StringComparison.Ordinal);
        string japanese = page.Replace(LinksGoHere, Places(links, "ja"), StringComparison.Ordinal).Replace("<html lang=\"en\">", "<html lang=\"ja\">", StringComparison.Ordinal);
        routes.MapGet("/", (HttpRequest request) => Results.Content(AskedLanguage.Of(request) == AskedLanguage.Japanese ? japanese : english, "text/html; charset=utf-8"));
    }

    /// <summary>Both wordings go along: the page's script swaps them with the language.</summary>
    private static string Places(IReadOnlyList<PlaceLink> links, string language) => links.Count == 0
        ? ""
        : $"""<nav class="menu" data-t-label="places" aria-label="Services"><ul>{string.Concat(links.Select(link => Link(link, language)))}</ul></nav>""";

    private static string Link(PlaceLink link, string language)
    {
        HtmlEncoder html = HtmlEncoder.Default;
        string words = language == "ja" ? link.Japanese : link.English;
        return $"""<li><a href="{html.Encode(link.Path)}" data-ja="{html.Encode(link.Japanese)}" data-en="{html.Encode(link.English)}">{html.Encode(words)}</a></li>""";
    }
}
