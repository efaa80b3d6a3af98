using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Step 2 of a sign-in: the token ID is shown, a code is typed. Sign in, cancel, or correct the drift.</summary>
internal sealed class CodeModel(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : KnownPage(book, sessions)
{
    public IActionResult OnGet(string from)
    {
        if (Customer.TokenId is null)
        {
            return Go(BankPaths.SignIn);
        }

        return from == "drift"
            ? Done(Say.In("ずれを補正しました。新しいコードでサインインしてください。", "The token is back in step. Sign in with a new code."))
            : Show();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.SignIn);
        }

        TokenCheck check = await service.ValidateAsync(id, code, Cancel).ConfigureAwait(false);
        if (check.Error is { } error)
        {
            return Refuse(error, id);
        }

        Sessions.Begin(HttpContext, Session with { Errand = Errand.SignIn, IsSignedIn = true });
        return Go(BankPaths.Account);
    }
}
