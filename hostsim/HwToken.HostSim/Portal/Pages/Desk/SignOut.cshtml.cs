using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>Ends an operator's session.</summary>
internal sealed class SignOutModel(Sessions<DeskSession> sessions) : PortalPage
{
    public override Site Site => Site.Desk;

    /// <summary>Reached by going back or by hand: a link ends no session.</summary>
    public IActionResult OnGet() => Go(Site.Home);

    public IActionResult OnPost()
    {
        sessions.End(HttpContext);
        return Go(SignInModel.Path);
    }
}
