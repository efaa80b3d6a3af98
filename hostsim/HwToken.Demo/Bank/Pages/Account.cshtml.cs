using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Signed in. An initial or expired password is changed first.</summary>
[CustomersOnly(SignedIn = true)]
internal sealed class AccountModel(CustomerBook book, Visit visit) : BankPage
{
    public Customer Customer => visit.Customer;

    public IActionResult OnGet(string from)
    {
        if (PasswordRules.IsDue(Customer, book.Now))
        {
            return Go(BankPaths.Password);
        }

        return from == "password" ? Done("パスワードを変更しました。", "Your password has been changed.") : Show();
    }
}
