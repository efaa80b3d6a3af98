
namespace HwToken.Service.Portal.Web;

/// <summary>Where the switch to the other language leads: the same page, read again from its beginning when it came of a post.</summary>
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

        string code = isPost ? "" : context.Request.Query["code"].ToString();
        string kept = code.Length is > 0 and <= FormLimits.MaxText ? $"code={Uri.EscapeDataString(code)}&" : "";
        return $"{path}?{kept}lang={text.In("en", "ja")}";
    }
}
