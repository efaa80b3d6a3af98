using HwToken.Http;

namespace HwToken.TokenPage.Security;

/// <summary>Tells the browser what the page may do: load its own files, talk to its own program, nothing else.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Added when the answer starts: an error handler clears what was set before it.
        context.Response.OnStarting(() =>
        {
            AnswerHeaders.Set(context.Response, Policy);
            if (context.Response.Headers.CacheControl.Count == 0)
            {
                context.Response.Headers.CacheControl = context.Request.Path.StartsWithSegments("/sim") ? "no-store" : "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
