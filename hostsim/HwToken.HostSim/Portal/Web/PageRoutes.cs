using HwToken.HostSim.Portal.Html;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Web;

/// <summary>Maps pages. Every post is checked for forgery before its handler sees it; no page is kept by caches.</summary>
internal static class PageRoutes
{
    public const string ForgeryField = "forgery";

    private const string InnerPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    private const int MaxFormBytes = 16 * 1024;

    /// <summary>Maps a page that is only read.</summary>
    public static void Page(this IEndpointRouteBuilder routes, Site site, string path, Func<PageRequest, Task<PageAnswer>> get) =>
        routes.MapGet(path, context => GetAsync(context, site, get)).ExcludeFromDescription();

    /// <summary>Maps a page with a form.</summary>
    public static void Page(
        this IEndpointRouteBuilder routes, Site site, string path, Func<PageRequest, Task<PageAnswer>> get, Func<PageRequest, Task<PageAnswer>> post, int maxBytes = MaxFormBytes)
    {
        routes.Page(site, path, get);
        routes.Action(site, path, post, maxBytes);
    }

    /// <summary>Maps what a form posts to.</summary>
    public static void Action(this IEndpointRouteBuilder routes, Site site, string path, Func<PageRequest, Task<PageAnswer>> post, int maxBytes = MaxFormBytes) =>
        routes.MapPost(path, context => PostAsync(context, site, post, maxBytes)).WithMetadata(new RequestSizeLimitAttribute(maxBytes)).ExcludeFromDescription();

    private static async Task GetAsync(HttpContext context, Site site, Func<PageRequest, Task<PageAnswer>> get)
    {
        var request = new PageRequest(context, Languages.Of(context), null);
        await WriteAsync(request, site, await get(request).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task PostAsync(HttpContext context, Site site, Func<PageRequest, Task<PageAnswer>> post, int maxBytes)
    {
        Say say = Languages.Of(context);
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context).ConfigureAwait(false);

            // A posted file stays in memory: it may hold secrets.
            var options = new Microsoft.AspNetCore.Http.Features.FormOptions { MemoryBufferThreshold = maxBytes, BufferBodyLengthLimit = maxBytes, MultipartBodyLengthLimit = maxBytes, ValueCountLimit = 32 };
            IFormCollection form = await context.Request.ReadFormAsync(options, context.RequestAborted).ConfigureAwait(false);
            var request = new PageRequest(context, say, form);
            await WriteAsync(request, site, await post(request).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is AntiforgeryValidationException or BadHttpRequestException or InvalidDataException)
        {
            string again = say.In("このページの有効期限が切れたか、要求が正しくありません。ページを開き直してください。", "This form has expired, or the request cannot be read. Open the page again.");
            Markup body = Markup.Of($"<h1>{say.In("送信できませんでした", "Not sent")}</h1>{Notices.Bad(again)}{Fields.Link(site.Home, say.In("戻る", "Back"))}");
            int status = refused is BadHttpRequestException bad ? bad.StatusCode : ErrorTable.BadRequest.HttpStatus;
            await WriteAsync(new PageRequest(context, say, null), site, PageAnswer.Show(say.In("送信できませんでした", "Not sent"), body, status)).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(PageRequest request, Site site, PageAnswer answer)
    {
        HttpResponse response = request.Context.Response;
        response.Headers.CacheControl = "no-store";
        if (answer is PageAnswer.Way way)
        {
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location = way.Path;
            return;
        }

        string text;
        if (answer is PageAnswer.Inner inner)
        {
            text = inner.Html.ToString();
            response.Headers.ContentSecurityPolicy = InnerPolicy;
            response.Headers.XFrameOptions = "SAMEORIGIN";
        }
        else
        {
            var page = (PageAnswer.Page)answer;
            text = Layout.Write(request, site, page.Title, page.Body);
            response.StatusCode = page.Status;
        }

        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(text, request.Cancel).ConfigureAwait(false);
    }
}
