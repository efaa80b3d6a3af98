using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Stop using codes: a last code, and from then on the password alone.</summary>
[CustomersOnly]
internal sealed class StopModel(CustomerBook book, Visit visit, ValidationClient service) : BankPage
{
    public Customer Customer => visit.Customer;

    [Kept]
    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.Stop);
        }

        TokenCheck check = await service.ValidateAsync(Text, id, code, Cancel).ConfigureAwait(false);
        if (check.Refusal is { } refusal)
        {
            return RefuseOrShut(refusal, id);
        }

        book.StopCodes(Customer.Id);
        await visit.EndAsync().ConfigureAwait(false);
        IsStopped = true;
        EndsVisit = true;
        return Done("トークンの利用を停止しました。今後は、ユーザーIDとパスワードだけでログインします。", "Your token is no longer used. From now on user ID and password alone let you in.");
    }
}
