using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Ends a customer's session.</summary>
internal sealed class SignOutModel(Sessions<BankSession> sessions) : BankPage
{
    /// <summary>Reached by going back or by hand: a link ends no session.</summary>
    public IActionResult OnGet() => Go(Site.Home);

    public IActionResult OnPost()
    {
        sessions.End(HttpContext);
        return Go(BankPaths.Home);
    }
}
