using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Pages.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages.Desk;

/// <summary>The bank's own desk: locked passwords, lost tokens, contracts.</summary>
internal sealed class CustomersModel(CustomerBook book) : DeskPage
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public IReadOnlyList<Customer> All => book.All();

    public IActionResult OnPost(string user, string verb)
    {
        switch (verb)
        {
            case "unlock":
                book.UnlockPassword(user);
                break;
            case "found":
                book.WithdrawLoss(user);
                break;
            case "reissue":
                book.Reissue(user);
                break;
            case "expire":
                book.SetContractEnd(user, book.Now - TimeSpan.FromDays(1));
                break;
            case "renew":
                book.SetContractEnd(user, book.Now + Year);
                break;
        }

        return Go(BankPaths.Customers);
    }
}
