using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Drift correction behind the password: two codes in a row, then back to step 2.</summary>
internal sealed class DriftModel(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : KnownPage(book, sessions)
{
    public IActionResult OnGet() => Customer.TokenId is null ? Go(BankPaths.SignIn) : Show();

    public async Task<IActionResult> OnPostAsync(string code1, string code2)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.SignIn);
        }

        TokenCheck check = await service.ResyncAsync(id, code1, code2, Cancel).ConfigureAwait(false);
        return check.Error is { } error ? Refuse(error, id) : Go(BankPaths.Code + "?from=drift");
    }
}
