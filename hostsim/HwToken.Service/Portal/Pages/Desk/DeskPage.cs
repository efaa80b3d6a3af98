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
