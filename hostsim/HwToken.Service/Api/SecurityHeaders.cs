using HwToken.Http;

namespace HwToken.Service.Api;

/// <summary>What the portal's pages and the API's answers may do in a browser.</summary>
internal static class SecurityHeaders
{
    /// <summary>For pages: nothing from elsewhere, no inline script, no framing, forms to ourselves only.</summary>
    public const string PagePolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        AnswerHeaders.Set(context.Response, context.Request.Path.StartsWithSegments(ApiRoutes.Root) ? ApiPolicy : PagePolicy);
        if (Array.Exists(ApiRoutes.Programs, place => context.Request.Path.StartsWithSegments(place)))
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
