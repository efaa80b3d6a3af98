using HwToken.HostSim.Portal.Html;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Portal.Web;

/// <summary>Tells failures and wrong addresses as pages, without their insides.</summary>
internal static class PageFailures
{
    private static readonly string[] Programs = ["/api", "/healthz", "/metrics", "/openapi"];

    public static void UsePageFailures(this IApplicationBuilder app) => app.UseWhen(
        context => !Programs.Any(place => context.Request.Path.StartsWithSegments(place)),
        pages => pages.Use(async (context, next) =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
                if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && context.GetEndpoint() is null)
                {
                    Say say = Languages.Of(context);
                    await ShowAsync(context, Notices.Bad(say.In("このアドレスにページはありません。アドレスを確認してください。", "There is no page at this address. Check the address.")), StatusCodes.Status404NotFound).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
            {
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(PageFailures)).LogPageFailure(failure.GetType().Name);
                context.Response.Clear();
                await ShowAsync(context, Notices.Error(Languages.Of(context), ErrorTable.Unavailable), ErrorTable.Unavailable.HttpStatus).ConfigureAwait(false);
            }
        }));

    private static Task ShowAsync(HttpContext context, Markup notice, int status)
    {
        Say say = Languages.Of(context);
        string title = say.In("表示できません", "Not shown");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Api.SecurityHeaders.PagePolicy;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Layout.Write(new PageRequest(context, say, null), Site.Portal, title, Markup.Of($"<h1>{title}</h1>{notice}{Fields.Link("/portal", say.In("ホームへ", "Home"))}")));
    }
}
