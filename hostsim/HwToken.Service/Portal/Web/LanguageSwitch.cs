using Microsoft.AspNetCore.WebUtilities;

namespace HwToken.Service.Portal.Web;

/// <summary>Where the switch to the other language leads: the same page with what it shows; read again from its beginning when it came of a post.</summary>
internal static class LanguageSwitch
{
    public static string Path(HttpContext context, LocalText text)
    {
        // A path that begins with two slashes would be another host in a link.
        string path = "/" + PageFailures.AskedPath(context).TrimStart('/', '\\');
        bool isPost = HttpMethods.IsPost(context.Request.Method);
        if (isPost && path.StartsWith("/desk/credential", StringComparison.OrdinalIgnoreCase))
        {
            path = "/desk";
        }

        IEnumerable<KeyValuePair<string, string?>> kept = isPost
            ? []
            : context.Request.Query.Where(part => part.Key != "lang" && part.Value.ToString().Length <= FormLimits.MaxText).Select(part => KeyValuePair.Create(part.Key, (string?)part.Value.ToString()));
        return QueryHelpers.AddQueryString(path, kept.Append(KeyValuePair.Create("lang", (string?)text.In("en", "ja"))));
    }
}
