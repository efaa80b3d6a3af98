using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>Ends an operator's session.</summary>
internal sealed class SignOutModel(Sessions<DeskSession> sessions) : PortalPage
{
    public override Site Site => Site.Desk;

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public IActionResult OnPost()
    {
        sessions.End(HttpContext);
        return Go(SignInModel.Path);
    }
}
