using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Ends a customer's session.</summary>
internal sealed class SignOutModel(Sessions<BankSession> sessions) : BankPage
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public IActionResult OnPost()
    {
        sessions.End(HttpContext);
        return Go(BankPaths.Home);
    }
}
