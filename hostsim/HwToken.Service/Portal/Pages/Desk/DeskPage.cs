using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>A page for signed-in operators; everybody else is sent to the sign-in.</summary>
public abstract class DeskPage : PortalPage
{
    /// <summary>Where operators sign in.</summary>
    public const string SignInPath = "/desk/sign-in";

    /// <inheritdoc/>
    public override Site Site => Site.Desk;

    /// <summary>Who is signed in.</summary>
    public DeskSession Session { get; private set; } = null!;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await DeskTickets.FindAsync(HttpContext).ConfigureAwait(false) is { } session)
        {
            Session = session;
            await base.OnPageHandlerExecutionAsync(context, next).ConfigureAwait(false);
            return;
        }

        // What every page has comes all the same; the handler does not.
        OnPageHandlerExecuting(context);
        context.Result = Go(CookieSessions.HasName(HttpContext, DeskTickets.Scheme) ? $"{SignInPath}?from={Ended}" : SignInPath);
    }
}
