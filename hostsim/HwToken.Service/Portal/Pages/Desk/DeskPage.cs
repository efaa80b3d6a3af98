using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
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

    /// <summary>A session ends with the operator's own token: who has lost it is not at the desk any more.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">The page.</param>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Sessions<DeskSession> sessions = HttpContext.RequestServices.GetRequiredService<Sessions<DeskSession>>();
        CredentialDesk desk = HttpContext.RequestServices.GetRequiredService<CredentialDesk>();
        if (sessions.Find(HttpContext) is { } session
            && await desk.GetAsync(session.TokenId, Cancel).ConfigureAwait(false) is not { State: CredentialState.Active })
        {
            sessions.End(HttpContext);
        }

        await base.OnPageHandlerExecutionAsync(context, next).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        base.OnPageHandlerExecuting(context);
        Sessions<DeskSession> sessions = HttpContext.RequestServices.GetRequiredService<Sessions<DeskSession>>();
        if (sessions.Find(HttpContext) is { } session)
        {
            Session = session;
        }
        else
        {
            context.Result = Go(sessions.HasName(HttpContext) ? $"{SignInPath}?from={Ended}" : SignInPath);
        }
    }
}
