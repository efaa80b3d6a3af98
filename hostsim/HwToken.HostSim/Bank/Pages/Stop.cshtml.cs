using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Stop using codes: a last code, and from then on the password alone.</summary>
internal sealed class StopModel(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : KnownPage(book, sessions)
{
    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (Customer.TokenId is not { } id)
        {
            return Go(BankPaths.Stop);
        }

        TokenCheck check = await service.ValidateAsync(id, code, Cancel).ConfigureAwait(false);
        if (check.Error is { } error)
        {
            return Refuse(error, id);
        }

        Book.StopCodes(Customer.Id);
        Sessions.End(HttpContext);
        IsStopped = true;
        return Done(Say.In("トークンの利用を停止しました。今後はユーザーIDとパスワードだけでサインインします。", "Codes are stopped. From now on user ID and password alone let you in."));
    }
}
