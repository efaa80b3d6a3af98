using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>First registration.</summary>
internal sealed class RegisterModel(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : EnrolPage(book, sessions, service)
{
    public async Task<IActionResult> OnPostAsync(string id, string code, string code1, string code2)
    {
        if (Customer.TokenId is not null)
        {
            return Go(BankPaths.Register);
        }

        return await EnrolAsync(id, code, code1, code2).ConfigureAwait(false) is { } error ? Refuse(error) : Show();
    }
}
