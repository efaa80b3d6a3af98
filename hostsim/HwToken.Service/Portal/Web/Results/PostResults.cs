using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace HwToken.Service.Portal.Web.Results;

/// <summary>
/// Post/Redirect/Get: what a post came to goes to the browser sealed, in a cookie of its own that only this page's address is sent, and the browser is
/// sent on to read it. A reload shows the same again, Back shows the form, two tabs do not mix, and any server with the same keys can show it.
/// </summary>
internal sealed class PostResults(IDataProtectionProvider protection)
{
    /// <summary>Query word of a page that shows a result.</summary>
    public const string Query = "result";

    private const string Prefix = "hwt-result-";
    private const int NameLength = 16;

    /// <summary>Results of one page that a browser holds; a request's headers have an end.</summary>
    private const int Most = 3;

    /// <summary>Characters of a cookie that every browser takes, with room for its name.</summary>
    private const int MaxLength = 3800;

    /// <summary>A reload after this shows the page as it is then.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("HwToken.PostResult");

    /// <summary>Hands the result to the browser.</summary>
    /// <param name="context">The post.</param>
    /// <param name="result">What it came to.</param>
    /// <returns>Where the browser reads it.</returns>
    public string Keep(HttpContext context, PostResult result)
    {
        string name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameLength / 2));
        string path = context.Request.Path.ToString();
        string whole = Seal(path, result);
        string value = whole.Length <= MaxLength ? whole : Seal(path, result with { Kept = new Dictionary<string, JsonElement>() });
        CookieOptions options = Options(context);
        foreach (string old in context.Request.Cookies.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).SkipLast(Most - 1))
        {
            context.Response.Cookies.Delete(old, options);
        }

        context.Response.Cookies.Append(Prefix + name, value, options);
        return Address(context.Request, name);
    }

    /// <summary>The result that a request asks for; null when it asks for none, or for one that this browser does not have (any more).</summary>
    /// <param name="context">The request.</param>
    public PostResult? Find(HttpContext context)
    {
        string name = context.Request.Query[Query].ToString();
        if (name.Length != NameLength || !name.All(char.IsAsciiHexDigitLower) || context.Request.Cookies[Prefix + name] is not { } value)
        {
            return null;
        }

        try
        {
            string path = context.Request.Path.ToString();
            byte[] text = protector.CreateProtector(path).Unprotect(WebEncoders.Base64UrlDecode(value));
            return JsonSerializer.Deserialize<PostResult>(text, ResultJson.Options);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The page's own address with the result's name, whichever of its forms was posted; the language is chosen in a cookie by then.</summary>
    private static string Address(HttpRequest request, string name)
    {
        IEnumerable<KeyValuePair<string, string?>> kept = request.Query.Where(part => part.Key is not (Query or "handler" or "lang" or "from")).Select(part => KeyValuePair.Create(part.Key, (string?)part.Value.ToString()));
        return QueryHelpers.AddQueryString(request.Path.ToUriComponent(), kept.Append(KeyValuePair.Create(Query, (string?)name)));
    }

    /// <summary>Bound to its page: no page takes another's result.</summary>
    private string Seal(string path, PostResult result) =>
        WebEncoders.Base64UrlEncode(protector.CreateProtector(path).Protect(JsonSerializer.SerializeToUtf8Bytes(result, ResultJson.Options)));

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = context.Request.Path.ToUriComponent(),
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = Lifetime,
        IsEssential = true,
    };
}
