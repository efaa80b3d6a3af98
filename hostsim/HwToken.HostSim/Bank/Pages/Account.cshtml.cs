using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Signed in. An initial or expired password is changed first.</summary>
internal sealed class AccountModel(CustomerBook book, Sessions<BankSession> sessions) : KnownPage(book, sessions)
{
    protected override bool IsForSignedIn => true;

    public IActionResult OnGet(string from)
    {
        if (PasswordRules.IsDue(Customer, Book.Now))
        {
            return Go(BankPaths.Password);
        }

        return from == "password" ? Done(Say.In("パスワードを変更しました。", "The password is changed.")) : Show();
    }
}
