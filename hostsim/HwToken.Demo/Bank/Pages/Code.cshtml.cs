using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Step 2 of a sign-in: the token ID is shown, a code is typed. Sign in, cancel, or correct the drift.</summary>
[CustomersOnly]
internal sealed class CodeModel(Visit visit, ValidationClient service) : BankPage
{
    public Customer Customer => visit.Customer;

    public IActionResult OnGet(string from)
    {
        if (Customer.TokenId is null)
        {
            return Go(BankPaths.SignIn);
        }

        return from == "drift"
            ? Done("同期ズレを補正しました。新しいワンタイムパスワードでログインしてください。", "The token is back in step. Sign in with a new one-time password.")
            : Show();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.SignIn);
        }

        TokenCheck check = await service.ValidateAsync(Text, id, code, Cancel).ConfigureAwait(false);
        if (check.Refusal is { } refusal)
        {
            return RefuseOrShut(refusal, id);
        }

        await visit.ContinueAsync(visit.Session with { Errand = Errand.SignIn, IsSignedIn = true }).ConfigureAwait(false);
        return Go(BankPaths.Account);
    }
}
