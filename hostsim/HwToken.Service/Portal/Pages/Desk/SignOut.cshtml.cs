using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Ends an operator's session.</summary>
internal sealed class SignOutModel(Sessions<DeskSession> sessions) : PortalPage
{
    public override Site Site => Site.Desk;

    /// <summary>Reached by going back or by hand: a link ends no session.</summary>
    public IActionResult OnGet() => Go(Site.Home);

    public IActionResult OnPost()
    {
        sessions.End(HttpContext);
        return Go(DeskPage.SignInPath);
    }
}
