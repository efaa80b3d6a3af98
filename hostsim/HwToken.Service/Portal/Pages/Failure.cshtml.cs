using HwToken.Service.Api;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;
using HwToken.Validation.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HwToken.Service.Portal.Pages;

/// <summary>Shown in the place of what failed: a wrong address, a form that was refused, a failure of ours.</summary>
[IgnoreAntiforgeryToken]
internal sealed class FailureModel(ILogger<FailureModel> logger, StorageFailures storage, PageContributions contributions) : PortalPage
{
    private Site site = Site.Portal;

    public override Site Site => site;

    /// <summary>A form was refused: forged, expired or unreadable.</summary>
    public bool IsForm { get; private set; }

    /// <summary>Where the form that was refused stands; null when there is none to open again.</summary>
    public string? Again => IsForm && new PathString(PageFailures.AskedPath(HttpContext)).ToUriComponent() is var path && Url.IsLocalUrl(path) && !path.EndsWith("/sign-out", StringComparison.Ordinal) ? path : null;

    /// <summary>Runs for every method of HTTP.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        site = contributions.SiteOf(PageFailures.AskedPath(HttpContext));
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failure)
        {
            if (failure.Error is StorageException away)
            {
                storage.Note(away);
            }
            else
            {
                logger.LogPageFailure(failure.Error.GetType().Name);
            }

            Notice = ErrorTable.Unavailable.ToNotice();
        }
        else if (Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status404NotFound)
        {
            // Asked for by its own address it is a wrong address too.
            Response.StatusCode = StatusCodes.Status404NotFound;
            Notice = new Notice.Bad("このアドレスのページは見つかりません。アドレスをご確認ください。", "There is no page at this address. Check the address.");
        }
        else if (Response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            IsForm = true;
            Notice = ErrorTable.TooMany.ToNotice();
        }
        else if (Response.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            IsForm = true;
            Notice = new Notice.Bad("送信された内容が大きすぎます。大きなPSKCファイルはREST APIで取り込んでください。", "What was sent is too large. Import a large PSKC file over the REST API.");
        }
        else
        {
            IsForm = true;
            Notice = new Notice.Bad("ページの有効期限が切れたか、送信内容が正しくありません。ページを開き直して、もう一度入力してください。", "This form has expired, or the request cannot be read. Open the page again.");
        }

        context.Result = new PageResult { StatusCode = Response.StatusCode };
    }
}
