using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HwToken.HostSim.Portal.Web;

/// <summary>What every page has: its place, its language, what it has to tell. No page is kept by caches, no form is larger than it need be.</summary>
[RequestSizeLimit(FormLimits.MaxBytes)]
[RequestFormLimits(
    MemoryBufferThreshold = FormLimits.MaxBytes, BufferBodyLengthLimit = FormLimits.MaxBytes, MultipartBodyLengthLimit = FormLimits.MaxBytes, ValueCountLimit = FormLimits.MaxValues)]
internal abstract class PortalPage : PageModel
{
    /// <summary>The place that the page belongs to.</summary>
    public virtual Site Site => Site.Portal;

    /// <summary>How it went; null when there is nothing to tell.</summary>
    public Notice? Notice { get; protected set; }

    protected Say Say => HttpContext.RequestServices.GetRequiredService<Say>();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <summary>The page itself.</summary>
    protected static IActionResult Show(int status = StatusCodes.Status200OK) => new PageResult { StatusCode = status };

    /// <summary>Another page of ours.</summary>
    protected static IActionResult Go(string path) => new SeeOther(path);

    /// <summary>The page itself with an error on it.</summary>
    protected IActionResult Refuse(ServiceError error, string credentialId = "")
    {
        Notice = new Notice.Error(error, credentialId);
        return Show(error.HttpStatus);
    }

    /// <summary>The page itself: it went well.</summary>
    protected IActionResult Done(string text, int status = StatusCodes.Status200OK)
    {
        Notice = new Notice.Good(text);
        return Show(status);
    }
}
