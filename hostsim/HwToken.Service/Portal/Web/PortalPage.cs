using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HwToken.Service.Portal.Web;

/// <summary>
/// What every page has: its place, its language, what it has to tell. No page is kept by caches, no form is larger than it need be. A post never answers with
/// a page: the browser is sent on to the same address, where a reload shows the same (<see cref="PostResults"/>).
/// </summary>
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

    /// <summary>What the post did ended the visit (the token is registered, the codes are stopped): its result is shown to a browser without a session.</summary>
    public bool EndsVisit { get; protected set; }

    /// <summary>The person's language.</summary>
    protected internal LocalText Text => HttpContext.RequestServices.GetRequiredService<LocalText>();

    /// <summary>Cancelled when the person leaves. What a form asks for is done in any case: a second click makes the browser leave the first.</summary>
    protected CancellationToken Cancel => HttpMethods.IsPost(Request.Method) ? CancellationToken.None : HttpContext.RequestAborted;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        PostResults results = HttpContext.RequestServices.GetRequiredService<PostResults>();
        PostResult? result = HttpMethods.IsPost(Request.Method) ? null : results.Find(HttpContext);
        if (result is not null)
        {
            result.Restore(this);
            (Notice, WrongFields, EndsVisit) = (result.Notice, result.WrongFields, result.EndsVisit);
        }

        OnPageHandlerExecuting(context);
        if (context.Result is not null)
        {
            return;
        }

        if (HttpMethods.IsPost(Request.Method))
        {
            Clicks clicks = HttpContext.RequestServices.GetRequiredService<Clicks>();
            context.Result = await clicks.OnceAsync(HttpContext, async () => await SendOnAsync(next, results).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        PageHandlerExecutedContext executed = await next().ConfigureAwait(false);
        if (result is not null && executed.Result is null or PageResult { StatusCode: null or StatusCodes.Status200OK })
        {
            (Notice, WrongFields) = (result!.Notice, result.WrongFields);
            executed.Result = Show(result.Status);
        }
    }

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
    /// <param name="japanese">What is wrong.</param>
    /// <param name="english">What is wrong.</param>
    /// <param name="fields">The fields.</param>
    protected IActionResult Refuse(string japanese, string english, params string[] fields)
    {
        Notice = new Notice.Bad(japanese, english);
        WrongFields = fields;
        return Show(StatusCodes.Status400BadRequest);
    }

    /// <summary>Why somebody stands at a sign-in again.</summary>
    protected static Notice SessionEnded() => new Notice.Bad("しばらく操作がなかったため、ログアウトしました。もう一度ログインしてください。", "Your session has ended. Sign in again.");

    /// <summary>The page itself: it went well.</summary>
    /// <param name="japanese">What was done.</param>
    /// <param name="english">What was done.</param>
    /// <param name="status">HTTP status.</param>
    protected IActionResult Done(string japanese, string english, int status = StatusCodes.Status200OK)
    {
        Notice = new Notice.Good(japanese, english);
        return Show(status);
    }

    /// <summary>Runs the handler of a post and, where it would show the page, sends the browser on to see it.</summary>
    private async Task<IActionResult?> SendOnAsync(PageHandlerExecutionDelegate next, PostResults results)
    {
        PageHandlerExecutedContext executed = await next().ConfigureAwait(false);
        bool isPage = executed is { Canceled: false, Exception: null, Result: null or PageResult };
        if (isPage)
        {
            int status = (executed.Result as PageResult)?.StatusCode ?? StatusCodes.Status200OK;
            executed.Result = Go(results.Keep(HttpContext, PostResult.Of(this, status)));
        }

        return executed.Result;
    }
}
