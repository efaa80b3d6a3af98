using HwToken.Service.Api;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace HwToken.Service.Portal.Web;

/// <summary>Tells failures, wrong addresses and refused forms as pages (<c>Failure.cshtml</c>), without their insides.</summary>
internal static class PageFailures
{
    public const string Path = "/failure";

    /// <summary>Comes first, around everything that answers people.</summary>
    public static void UsePageFailures(this IApplicationBuilder app) => app.UseWhen(
        context => !Array.Exists(ApiRoutes.Programs, place => context.Request.Path.StartsWithSegments(place)),
        pages =>
        {
            // Read now: a failure page no longer sees the query.
            pages.Use((context, next) =>
            {
                _ = context.RequestServices.GetRequiredService<LocalText>();
                return next(context);
            });
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = Path,
                StatusCodeSelector = _ => ErrorTable.Unavailable.HttpStatus,

                // Its message may hold a typed word; the page logs the kind alone.
                SuppressDiagnosticsCallback = _ => true,
            });
            pages.UseStatusCodePagesWithReExecute(Path);
        });

    /// <summary>The path that was asked for, on a failure page too.</summary>
    public static string AskedPath(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Request.Path.ToString();
}
