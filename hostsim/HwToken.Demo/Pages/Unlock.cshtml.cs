using HwToken.Service.Portal.Pages.Desk;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Pages;

/// <summary>Lets the demonstration's one operator in again, who has no colleague: what <c>desk unlock</c> does on a server.</summary>
internal sealed class UnlockModel(DemoNeeds needs) : PortalPage
{
    public override Site Site => Site.Desk;

    public IActionResult OnGet() => Go(Site.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await needs.LetOperatorIn(Cancel).ConfigureAwait(false);
        return Go(DeskPage.SignInPath);
    }
}
