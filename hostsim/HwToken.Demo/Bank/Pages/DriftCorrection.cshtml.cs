using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Drift correction behind the password: two codes in a row, then back to step 2.</summary>
[CustomersOnly]
internal sealed class DriftCorrectionModel(Visit visit, ValidationClient service) : BankPage
{
    public Customer Customer => visit.Customer;

    public IActionResult OnGet() => Customer.TokenId is null ? Go(BankPaths.SignIn) : Show();

    public async Task<IActionResult> OnPostAsync(string code1, string code2)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.SignIn);
        }

        TokenCheck check = await service.ResyncAsync(Text, id, code1, code2, Cancel).ConfigureAwait(false);
        return check.Refusal is { } refusal ? RefuseOrShut(refusal, id) : Go(BankPaths.Code + "?from=drift");
    }
}
