using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Ends an operator's session.</summary>
internal sealed class SignOutModel : PortalPage
{
    public override Site Site => Site.Desk;

    /// <summary>Reached by going back or by hand: a link ends no session.</summary>
    public IActionResult OnGet() => Go(Site.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await CookieSessions.EndAsync(HttpContext, DeskTickets.Scheme).ConfigureAwait(false);
        return Go(DeskPage.SignInPath);
    }
}
