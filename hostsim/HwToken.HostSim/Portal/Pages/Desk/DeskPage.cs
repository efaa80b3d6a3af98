using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>A page for signed-in operators; everybody else is sent to the sign-in.</summary>
internal abstract class DeskPage : PortalPage
{
    public override Site Site => Site.Desk;

    public DeskSession Session { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Sessions<DeskSession> sessions = HttpContext.RequestServices.GetRequiredService<Sessions<DeskSession>>();
        if (sessions.Find(HttpContext) is { } session)
        {
            Session = session;
        }
        else
        {
            context.Result = Go(sessions.HasName(HttpContext) ? $"{SignInModel.Path}?from={Ended}" : SignInModel.Path);
        }
    }
}
