namespace HwToken.Service.Api;

/// <summary>Headers that keep a browser from doing more with an answer than it should.</summary>
internal static class SecurityHeaders
{
    /// <summary>For pages: nothing from elsewhere, no inline script, no framing, forms to ourselves only.</summary>
    public const string PagePolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        bool isApi = context.Request.Path.StartsWithSegments(ApiRoutes.Root);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = isApi ? ApiPolicy : PagePolicy;
        if (Array.Exists(ApiRoutes.Programs, place => context.Request.Path.StartsWithSegments(place)))
        {
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
