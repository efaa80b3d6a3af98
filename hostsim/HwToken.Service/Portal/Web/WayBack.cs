using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace HwToken.Service.Portal.Web;

/// <summary>The help page leads back to where somebody was stuck. Only to an address of ours: a link of somebody else's making leads nowhere else.</summary>
internal static partial class WayBack
{
    /// <summary>Query word of the help page.</summary>
    public const string Query = "back";

    /// <summary>The help about an error that stands on the page of this request.</summary>
    public static string HelpFrom(HttpContext context, string code)
    {
        var parts = new Dictionary<string, string?> { ["code"] = code };
        if (Read(context.Request.Path.ToString()) is { } back)
        {
            parts[Query] = back;
        }

        return QueryHelpers.AddQueryString("/help", parts);
    }

    /// <summary>A path of a page with a form; null for anything else.</summary>
    public static string? Read(string path) => OwnPage().IsMatch(path) ? path : null;

    [GeneratedRegex("^/(test|reset|bank|desk)(/[a-z-]{1,20})?$")]
    private static partial Regex OwnPage();
}
