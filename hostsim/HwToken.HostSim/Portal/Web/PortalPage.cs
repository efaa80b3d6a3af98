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
    /// <summary>Query word of a sign-in that somebody was sent to because the session has ended.</summary>
    protected const string Ended = "ended";

    /// <summary>The place that the page belongs to.</summary>
    public virtual Site Site => Site.Portal;

    /// <summary>How it went; null when there is nothing to tell.</summary>
    public Notice? Notice { get; protected set; }

    /// <summary>Fields that hold what was refused; see <see cref="Fields"/>.</summary>
    public IReadOnlyList<string> WrongFields { get; private set; } = [];

    protected Say Say => HttpContext.RequestServices.GetRequiredService<Say>();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            IEnumerable<string> methods = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
            Response.Headers.Allow = string.Join(", ", methods.Prepend(HttpMethods.Head).Prepend(HttpMethods.Get).Distinct());
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
        WrongFields = Fields.Of(error);
        return Show(error.HttpStatus);
    }

    /// <summary>The page itself with what is wrong with some fields.</summary>
    protected IActionResult Refuse(string text, params string[] fields)
    {
        Notice = new Notice.Bad(text);
        WrongFields = fields;
        return Show(StatusCodes.Status400BadRequest);
    }

    /// <summary>Why somebody stands at a sign-in again.</summary>
    protected Notice SessionEnded() => new Notice.Bad(Say.In("しばらく操作がなかったため、サインインが終了しました。もう一度サインインしてください。", "Your session has ended. Sign in again."));

    /// <summary>The page itself: it went well.</summary>
    protected IActionResult Done(string text, int status = StatusCodes.Status200OK)
    {
        Notice = new Notice.Good(text);
        return Show(status);
    }
}
