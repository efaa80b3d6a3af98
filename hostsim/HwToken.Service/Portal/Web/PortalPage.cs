using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HwToken.Service.Portal.Web;

/// <summary>What every page has: its place, its language, what it has to tell. No page is kept by caches, no form is larger than it need be.</summary>
[RequestSizeLimit(FormLimits.MaxBytes)]
[RequestFormLimits(
    MemoryBufferThreshold = FormLimits.MaxBytes, BufferBodyLengthLimit = FormLimits.MaxBytes, MultipartBodyLengthLimit = FormLimits.MaxBytes, ValueCountLimit = FormLimits.MaxValues)]
public abstract class PortalPage : PageModel
{
    /// <summary>Query word of a sign-in that somebody was sent to because the session has ended.</summary>
    public const string Ended = "ended";

    /// <summary>The place that the page belongs to.</summary>
    public virtual Site Site => Site.Portal;

    /// <summary>How it went; null when there is nothing to tell.</summary>
    public Notice? Notice { get; protected set; }

    /// <summary>Fields that hold what was refused; a screen reader ties the error to them, and the cursor goes to the first that is empty.</summary>
    public IReadOnlyList<string> WrongFields { get; private set; } = [];

    /// <summary>The person's language.</summary>
    protected internal LocalText Text => HttpContext.RequestServices.GetRequiredService<LocalText>();

    /// <summary>Cancelled when the person leaves.</summary>
    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Response.Headers.CacheControl = "no-cache, no-store";

        // Fields stand in partial views with models of their own: they find the page here.
        HttpContext.Features.Set(this);
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            IEnumerable<string> methods = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
            Response.Headers.Allow = string.Join(", ", methods.Prepend(HttpMethods.Head).Prepend(HttpMethods.Get).Distinct());
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <summary>The page itself.</summary>
    /// <param name="status">HTTP status.</param>
    protected static IActionResult Show(int status = StatusCodes.Status200OK) => new PageResult { StatusCode = status };

    /// <summary>Another page of ours.</summary>
    /// <param name="path">Its path.</param>
    protected static IActionResult Go(string path) => new SeeOther(path);

    /// <summary>The page itself with an error on it.</summary>
    /// <param name="error">The error.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="fields">The fields that it is about, wherever they stand: see <see cref="WrongFields"/>.</param>
    protected internal IActionResult Refuse(Notice.Refused error, int status, IReadOnlyList<string> fields)
    {
        Notice = error;
        WrongFields = fields;
        return Show(status);
    }

    /// <summary>The page itself with what is wrong with some fields.</summary>
    /// <param name="text">What is wrong, in the person's language.</param>
    /// <param name="fields">The fields.</param>
    protected IActionResult Refuse(string text, params string[] fields)
    {
        Notice = new Notice.Bad(text);
        WrongFields = fields;
        return Show(StatusCodes.Status400BadRequest);
    }

    /// <summary>Why somebody stands at a sign-in again.</summary>
    protected Notice SessionEnded() => new Notice.Bad(Text.In("しばらく操作がなかったため、サインインが終了しました。もう一度サインインしてください。", "Your session has ended. Sign in again."));

    /// <summary>The page itself: it went well.</summary>
    /// <param name="text">What was done, in the person's language.</param>
    /// <param name="status">HTTP status.</param>
    protected IActionResult Done(string text, int status = StatusCodes.Status200OK)
    {
        Notice = new Notice.Good(text);
        return Show(status);
    }
}
